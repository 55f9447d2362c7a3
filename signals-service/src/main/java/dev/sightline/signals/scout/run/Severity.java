package dev.sightline.signals.scout.run;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How bad a finding is, P0 worst. It informs and routes nothing. */
public enum Severity {
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
