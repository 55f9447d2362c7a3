package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Series;
import java.util.Optional;

/**
 * Judges the count of a complete day: unusual by its robust score, at least half away from the usual 20 or more, and more
 * than a trend explains (spec/scouts.md 15.7).
 */
final class Volume {

    private static final double LEAST_MEDIAN = 20;
    private static final double LEAST_MOVE = 0.5;
    private static final double BEYOND_TREND = 1.5;
    private static final double COMMON_VARIATION = 0.1;

    private final Weekday weekdays;

    Volume(History history) {
        this.weekdays = new Weekday(history);
    }

    /** How a day moved, if it did. */
    Optional<Robust> moved(Series series, int day) {
        return weekdays.compare(series, day).flatMap(Volume::moved);
    }

    private static Optional<Robust> moved(Weekday.Beside beside) {
        Robust robust = robust(beside);
        boolean moved = robust.median() >= LEAST_MEDIAN
                && robust.unusual()
                && Math.abs(robust.value() - robust.median()) >= LEAST_MOVE * robust.median()
                && beside.beyondTrend(BEYOND_TREND);
        return moved ? Optional.of(robust) : Optional.empty();
    }

    private static Robust robust(Weekday.Beside beside) {
        double median = Robust.median(beside.usual());
        return Robust.of(beside.value(), beside.usual(), Math.max(Math.sqrt(median), COMMON_VARIATION * median));
    }

    /** A day beside what is usual on that weekday; empty if that cannot be told. */
    Optional<Robust> usually(Series series, int day) {
        return weekdays.compare(series, day).map(Volume::robust);
    }

    /** Whether a day of a busy series stayed within a quarter of what is usual; false if that cannot be told. */
    boolean steady(Series series, int day) {
        return usually(series, day)
                .filter(robust -> robust.median() >= LEAST_MEDIAN)
                .filter(robust -> Math.abs(robust.ratio() - 1) <= 0.25)
                .isPresent();
    }
}
