package dev.sightline.vision.observation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The statistics of a set of observations (spec/vision.md 11). Of the three blocks only that of the scanner's type is
 * there.
 */
@JsonPropertyOrder({"status_counts", "coverage", "available_tags", "monitor", "classifier", "scorer"})
record ObservationStats(
        StatusCounts statusCounts,
        Coverage coverage,
        List<String> availableTags,
        MonitorStats monitor,
        ClassifierStats classifier,
        ScorerStats scorer) {

    /**
     * What the statistics are about.
     *
     * @param config of the scanner as it is now
     */
    record Subject(String scannerType, JsonNode config) {

        ObservationStats stats(ObservationCounts counts, int recentDays) {
            boolean classifies = scannerType.equals("classifier");
            return new ObservationStats(
                    StatusCounts.of(counts),
                    new Coverage(counts.recent(), counts.total(), recentDays),
                    classifies ? List.copyOf(counts.answers().tags()) : List.of(),
                    scannerType.equals("monitor") ? MonitorStats.of(counts) : null,
                    classifies ? ClassifierStats.of(counts.answers()) : null,
                    scannerType.equals("scorer") ? ScorerStats.of(counts.answers(), config.path("scale")) : null);
        }
    }

    /** Sessions seen at all, and of late. */
    @JsonPropertyOrder({"recent_sessions", "total_sessions", "recent_days"})
    record Coverage(long recentSessions, long totalSessions, int recentDays) {}
}
