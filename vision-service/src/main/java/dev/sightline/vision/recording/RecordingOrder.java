package dev.sightline.vision.recording;

import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
import dev.sightline.sql.Where;
import dev.sightline.vision.filter.SessionOrder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The order of a list, latest first where the request does not say (spec/platform.md C.2), and where in it the list begins.
 *
 * @param after the last recording of the page before, if the request names it
 */
record RecordingOrder(SessionOrder key, String direction, Optional<RecordingCursor> after) {

    static RecordingOrder of(UriInfo uri) {
        Filters parameters = Filters.of(uri);
        return of(parameters.text("order"), parameters.text("order_direction"), parameters.text("after"));
    }

    /** The order of these words; a 400 on the one that is none. */
    static RecordingOrder of(Optional<String> order, Optional<String> towards, Optional<String> cursor) {
        String key = word("order", order.orElse("start_time"), SessionOrder.keys());
        String direction = word("order_direction", towards.orElse("DESC"), List.of("ASC", "DESC"));
        Optional<RecordingCursor> after = cursor.map(RecordingCursor::parse);
        if (after.isPresent() && !after.get().order().equals(key + " " + direction)) {
            throw ApiException.invalid(RecordingCursor.ATTR, "The cursor is of a list in another order.");
        }
        return new RecordingOrder(SessionOrder.of(key), direction, after);
    }

    private static String word(String name, String word, Collection<String> allowed) {
        if (!allowed.contains(word)) {
            throw ApiException.invalidChoice(name, word);
        }
        return word;
    }

    String sql() {
        return key.sql() + " " + direction + ", s.session_id";
    }

    /** Leaves out what the pages before have shown. */
    Where restrict(Where where) {
        after.ifPresent(cursor -> {
            String sign = direction.equals("ASC") ? ">" : "<";
            String position = key.bind(cursor.position(), where);
            where.and(key.sql() + " " + sign + "= " + position)
                    .and("(" + key.sql() + " " + sign + " " + position + " or s.session_id > ?)", cursor.sessionId());
        });
        return where;
    }

    /** Where the next page begins, behind this one's last recording. */
    RecordingCursor behind(ListedSession last) {
        return new RecordingCursor(
                key.key() + " " + direction, last.position(), last.session().sessionId());
    }
}
