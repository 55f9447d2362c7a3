package dev.sightline.vision.observation;

import dev.sightline.sql.Where;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A way through some strands, side by side.
 *
 * @param strands each with the part of the list it belongs to; the parts come one after the other
 * @param key the column that orders a part; null if all of its rows are alike
 * @param order of a strand's rows, as an index has them
 * @param condition which rows of a strand are walked
 */
record Walk(List<Part> strands, String key, String order, String condition) {

    /** By the id, in a way that only the strands' index has: that of all ids would lead through all other rows. */
    private static final String BY_ID = "strand, id";

    record Part(Strand strand, int rank) {}

    /** Through rows whose order the strand decides: a state, a verdict, or that there is none. */
    static <T extends Comparable<T>> Walk byStrand(
            List<Strand> strands, Function<Strand, T> value, Comparator<T> order) {
        List<T> values = strands.stream().map(value).distinct().sorted(order).toList();
        List<Part> parts = strands.stream()
                .map(strand -> new Part(strand, values.indexOf(value.apply(strand))))
                .toList();
        return new Walk(parts, null, BY_ID, "");
    }

    /** Through rows without the key, which come last. */
    static Walk without(List<Strand> strands) {
        return new Walk(parts(strands, 1), null, BY_ID, "");
    }

    /** Through rows with the key. */
    static Walk with(List<Strand> strands, String key, String order, String condition) {
        return new Walk(parts(strands, 0), key, order + ", id", condition);
    }

    private static List<Part> parts(List<Strand> strands, int rank) {
        return strands.stream().map(strand -> new Part(strand, rank)).toList();
    }

    /** The same, in a later part of the list. */
    Walk after() {
        return new Walk(parts(strands.stream().map(Part::strand).toList(), 1), key, order, condition);
    }

    /**
     * The first rows of each strand.
     *
     * @param wanted the placeholder of their number
     */
    String sql(Where where, String wanted) {
        String codes =
                where.bind(Strand.codes(strands.stream().map(Part::strand).toList()));
        String ranks = where.bind(strands.stream().map(Part::rank).toArray(Integer[]::new));
        return """
                select walked.id, part.rank, %s as key
                  from unnest(%s::text[], %s::int[]) as part (code, rank)
                 cross join lateral (%s) walked
                """.formatted(
                        key == null ? "null" : "walked." + key, codes, ranks, rows(where.sql(), "part.code", wanted));
    }

    /** The first rows of one strand. */
    String rows(String where, String code, String wanted) {
        String strand = key == null ? "between " + code + " and " + code : "= " + code;
        return "select " + (key == null ? "id" : "id, " + key) + " from observation where " + where + " and strand "
                + strand + condition + " order by " + order + " limit " + wanted;
    }
}
