package dev.sightline.signals.artefact.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;

/** How urgent a report is. */
record PriorityJudgment(
        @Required String explanation,
        @Required Priority priority,
        @Nullable Double dollarValue) {

    enum Priority {
        @JsonProperty("P0")
        P0,
        @JsonProperty("P1")
        P1,
        @JsonProperty("P2")
        P2,
        @JsonProperty("P3")
        P3,
        @JsonProperty("P4")
        P4
    }
}
