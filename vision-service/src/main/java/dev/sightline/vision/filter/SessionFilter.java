package dev.sightline.vision.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.sql.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which sessions are meant (spec/platform.md C.4). The tests are combined by the operand; what is required holds in any
 * case. Dates are no part of it: whoever asks adds them.
 *
 * <pre>{@code
 * SessionFilter filter = SessionFilter.read(query);
 * Where where = filter.restrict(Where.project("s", projectId));
 * pool.preparedQuery("select … from recording_session s where " + where.sql()).execute(where.values());
 * }</pre>
 *
 * @param testAccounts whether the project's own people are to be left out
 */
public record SessionFilter(
        Combination operand, List<SessionTest> tests, List<SessionTest> required, boolean testAccounts) {

    /** Every session. */
    public static final SessionFilter ALL = new SessionFilter(Combination.AND, List.of(), List.of(), false);

    /**
     * The filter of a recordings query.
     *
     * @throws InvalidSessionFilter if it is none, or asks for what cannot be evaluated
     */
    public static SessionFilter read(JsonNode query) {
        return new QueryReader(query).read();
    }

    /**
     * The same filter without the project's own people, if it asks for that.
     *
     * @param properties the project's property filters that tell them apart; null or empty for none
     */
    public SessionFilter withoutTestAccounts(JsonNode properties) {
        if (!testAccounts || properties == null || properties.isEmpty()) {
            return this;
        }
        List<SessionTest> more = new ArrayList<>(required);
        properties.forEach(property -> PropertyReader.read(property, "event").ifPresent(more::add));
        return new SessionFilter(operand, tests, more, false);
    }

    /** The regular expressions in the filter. */
    List<String> expressions() {
        return Stream.concat(tests.stream(), required.stream())
                .flatMap(test -> test.properties().stream())
                .map(PropertyTest::comparison)
                .flatMap(comparison -> comparison instanceof Comparison.Matches matches
                        ? matches.expressions().stream()
                        : Stream.empty())
                .toList();
    }

    /** Adds the condition to a query over {@code recording_session s}. */
    public Where restrict(Where where) {
        required.forEach(test -> where.and(test.sql(where, Combination.AND)));
        if (!tests.isEmpty()) {
            where.and(operand.of(
                    tests.stream().map(test -> test.sql(where, operand)).toList()));
        }
        return where;
    }
}
