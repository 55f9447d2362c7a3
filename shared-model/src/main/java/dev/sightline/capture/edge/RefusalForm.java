package dev.sightline.capture.edge;

import dev.sightline.json.Json;
import java.util.Map;

/** How a refusal tells its reason. */
public enum RefusalForm {

    /** The reason itself, as the routes of version 0 answer. */
    TEXT("text/plain; charset=utf-8") {
        @Override
        String body(String reason) {
            return reason;
        }
    },

    /** An object whose {@code error} is the reason, as clients of version 1 read it. */
    JSON("application/json") {
        @Override
        String body(String reason) {
            return Json.write(Map.of("error", reason));
        }
    };

    private final String contentType;

    RefusalForm(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    abstract String body(String reason);
}
