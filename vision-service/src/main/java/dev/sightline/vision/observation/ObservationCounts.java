package dev.sightline.vision.observation;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a set of observations adds up to, before it is brought into the shape of the API. */
final class ObservationCounts {

    private final Map<ObservationStatus, Long> statuses = new EnumMap<>(ObservationStatus.class);
    private final SortedMap<String, Long> verdicts = new TreeMap<>();
    private final Answers answers = new Answers();
    private long recent;

    ObservationCounts plus(ObservationStatus status, String verdict, long total) {
        statuses.merge(status, total, Long::sum);
        if (verdict != null && !verdict.isEmpty()) {
            verdicts.merge(verdict, total, Long::sum);
        }
        return this;
    }

    void addRecent(long more) {
        recent += more;
    }

    Answers answers() {
        return answers;
    }

    long of(ObservationStatus status) {
        return statuses.getOrDefault(status, 0L);
    }

    long of(String verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    long total() {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A scanner sees a session once: as many observations, as many sessions. */
    long recent() {
        return recent;
    }
}
