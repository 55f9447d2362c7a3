package dev.sightline.local.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.core.json.JsonObject;

/** The form in which the gateway words an error of its own. */
public enum Refusal {
    /** The API's error envelope. */
    @JsonProperty("envelope")
    ENVELOPE("application/json") {
        @Override
        String body(Problem problem) {
            return new JsonObject()
                    .put("type", problem.type())
                    .put("code", problem.code())
                    .put("detail", problem.detail())
                    .putNull("attr")
                    .encode();
        }
    },
    /** The reason as plain text, which is what capture answers to SDKs. */
    @JsonProperty("text")
    TEXT("text/plain; charset=utf-8") {
        @Override
        String body(Problem problem) {
            return problem.detail();
        }
    };

    private final String contentType;

    Refusal(String contentType) {
        this.contentType = contentType;
    }

    abstract String body(Problem problem);

    String contentType() {
        return contentType;
    }
}
