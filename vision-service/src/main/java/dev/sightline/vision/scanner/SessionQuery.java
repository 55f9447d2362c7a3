package dev.sightline.vision.scanner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.vision.filter.InvalidSessionFilter;
import dev.sightline.vision.filter.SessionFilter;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The {@code query} of a scanner as it is stored: what the client sent, without the dates, because the schedule owns
 * time (spec/vision.md 5).
 */
final class SessionQuery {

    static final String ATTR = "query";

    private static final Logger LOG = Logger.getLogger(SessionQuery.class);

    private SessionQuery() {}

    /** The query to store. A 400 on {@code query} if it is not one. */
    static ObjectNode checked(JsonNode sent) {
        try {
            SessionFilter.read(sent);
        } catch (InvalidSessionFilter e) {
            throw e.at(ATTR);
        }
        ObjectNode query = sent.deepCopy();
        query.remove(List.of("date_from", "date_to"));
        return query;
    }

    /** The query as it is shown: null for one of old that is none any more. */
    static JsonNode shown(UUID scannerId, JsonNode stored) {
        try {
            SessionFilter.read(stored);
            return stored;
        } catch (InvalidSessionFilter e) {
            LOG.warnf("scanner query is unreadable scanner_id=%s", scannerId);
            return null;
        }
    }
}
