package dev.sightline.vision.observation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The verdicts of a monitor. */
@JsonPropertyOrder({"yes_total", "no_total", "inconclusive_total"})
record MonitorStats(long yesTotal, long noTotal, long inconclusiveTotal) {

    static MonitorStats of(ObservationCounts counts) {
        return new MonitorStats(counts.of("yes"), counts.of("no"), counts.of("inconclusive"));
    }
}
