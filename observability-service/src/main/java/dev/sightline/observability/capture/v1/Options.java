package dev.sightline.observability.capture.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.capture.CaptureRefused;

/** The options of an event, which in version 0 are properties; their types are strict. */
record Options(JsonNode sent) {

    /** @throws CaptureRefused if one has another type than it must have */
    static Options of(JsonNode event) {
        JsonNode sent = event.path("options");
        require(absent(sent) || sent.isObject(), "options");
        for (String name : new String[] {"cookieless_mode", "disable_skew_correction", "process_person_profile"}) {
            require(absent(sent.path(name)) || sent.path(name).isBoolean(), "options." + name);
        }
        require(
                absent(sent.path("product_tour_id"))
                        || sent.path("product_tour_id").isTextual(),
                "options.product_tour_id");
        return new Options(sent);
    }

    boolean trustsTheClock() {
        return sent.path("disable_skew_correction").asBoolean(false);
    }

    void copyTo(ObjectNode properties) {
        for (String name : new String[] {"cookieless_mode", "process_person_profile", "product_tour_id"}) {
            if (!absent(sent.path(name))) {
                properties.set("$" + name, sent.path(name));
            }
        }
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw CaptureRefused.invalid(name + " has the wrong type");
        }
    }
}
