package dev.sightline.vision.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
import dev.sightline.json.Json;
import dev.sightline.sql.Where;
import dev.sightline.time.Timestamps;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Which recordings a list shows, from the parameters of a recordings query (spec/platform.md C.2, C.4). Those that would
 * filter and are not evaluated here are a 400 rather than a list that pretends to be filtered.
 */
final class RecordingFilter {

    private static final List<String> NOT_EVALUATED = List.of(
            "events",
            "actions",
            "properties",
            "console_log_filters",
            "having_predicates",
            "comment_text",
            "person_uuid");
    private static final Pattern RELATIVE = Pattern.compile("-(\\d{1,5})([hdw])");
    private static final Map<String, Long> SECONDS = Map.of("h", 3_600L, "d", 86_400L, "w", 604_800L);

    private final Filters parameters;
    private final Clock clock;

    private RecordingFilter(Filters parameters, Clock clock) {
        this.parameters = parameters;
        this.clock = clock;
    }

    static Where of(UriInfo uri, int projectId, Clock clock) {
        return new RecordingFilter(Filters.of(uri), clock).where(projectId);
    }

    private Where where(int projectId) {
        NOT_EVALUATED.forEach(this::refuse);
        refuseTestAccounts();
        Where where = Where.project(projectId).and(RecordingQueries.VISIBLE);
        instant("date_from").ifPresent(from -> where.and("start_time >= ?", from.atOffset(ZoneOffset.UTC)));
        instant("date_to").ifPresent(to -> where.and("start_time <= ?", to.atOffset(ZoneOffset.UTC)));
        texts("session_ids").ifPresent(ids -> where.and("session_id = any(?)", ids));
        texts("distinct_ids").ifPresent(ids -> where.and("distinct_id = any(?)", ids));
        return where;
    }

    private void refuse(String name) {
        boolean empty = parameters.text(name).map(RecordingFilter::isEmpty).orElse(true);
        if (!empty) {
            throw ApiException.invalid(name, "This filter is not supported by the list of recordings.");
        }
    }

    private static boolean isEmpty(String text) {
        return text.equals("[]") || text.equals("{}") || text.equals("null");
    }

    private void refuseTestAccounts() {
        if (parameters.bool("filter_test_accounts").orElse(false)) {
            refuse("filter_test_accounts");
        }
    }

    private Optional<Instant> instant(String name) {
        return parameters.text(name).map(text -> ago(text)
                .or(() -> day(name, text))
                .or(() -> Timestamps.parse(text))
                .orElseThrow(() -> ApiException.invalid(name, "Must be a date, a date and time, or like -3d.")));
    }

    /** A day counts as a whole: from its first moment, or to its last. */
    private static Optional<Instant> day(String name, String text) {
        boolean isDay = text.matches("\\d{4}-\\d{2}-\\d{2}");
        return isDay
                ? Timestamps.parse(text + (name.equals("date_to") ? "T23:59:59.999999Z" : "T00:00:00Z"))
                : Optional.empty();
    }

    private Optional<Instant> ago(String text) {
        Matcher relative = RELATIVE.matcher(text);
        return relative.matches()
                ? Optional.of(clock.instant()
                        .minusSeconds(Long.parseLong(relative.group(1)) * SECONDS.get(relative.group(2))))
                : Optional.empty();
    }

    private Optional<String[]> texts(String name) {
        return parameters.text(name).map(text -> array(name, text));
    }

    private static String[] array(String name, String text) {
        try {
            JsonNode array = Json.read(text, JsonNode.class);
            if (array.isArray()) {
                return StreamSupport.stream(array.spliterator(), false)
                        .map(JsonNode::asText)
                        .toArray(String[]::new);
            }
        } catch (UncheckedIOException e) {
            // Answered below, as any other text that is no list.
        }
        throw ApiException.invalid(name, "Must be a JSON array of texts.");
    }
}
