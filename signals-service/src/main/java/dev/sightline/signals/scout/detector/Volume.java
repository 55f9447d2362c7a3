package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.Series;
import java.util.Optional;

/**
 * Judges the counts of complete buckets: away from the usual by their robust score, at least by half of the usual 20 or
 * more, and more than a trend explains (spec/scouts.md 15.7).
 */
final class Volume {

    private static final double LEAST_MEDIAN = 20;
    private static final double LEAST_MOVE = 0.5;
    private static final double BEYOND_TREND = 1.5;
    private static final double COMMON_VARIATION = 0.1;

    private final Period period;

    Volume(Period period) {
        this.period = period;
    }

    /** How the latest bucket moved, if it and those that it has to last did. */
    Optional<Robust> moved(Series series) {
        return period.lasts(
                period.lasting(), bucket -> period.compare(series, bucket).flatMap(Volume::moved));
    }

    private static Optional<Robust> moved(Beside beside) {
        Robust robust = robust(beside);
        boolean moved = robust.median() >= LEAST_MEDIAN
                && robust.notable()
                && Math.abs(robust.value() - robust.median()) >= LEAST_MOVE * robust.median()
                && beside.beyondTrend(BEYOND_TREND);
        return moved ? Optional.of(robust) : Optional.empty();
    }

    private static Robust robust(Beside beside) {
        double median = Robust.median(beside.usual());
        return Robust.of(beside.value(), beside.usual(), Math.max(Math.sqrt(median), COMMON_VARIATION * median));
    }

    /** The latest bucket beside what is usual; empty if that cannot be told. */
    Optional<Robust> usually(Series series) {
        return period.compare(series, period.latest(0)).map(Volume::robust);
    }

    /** Whether the latest bucket of a busy series stayed within a quarter of what is usual; false if that cannot be told. */
    boolean steady(Series series) {
        return usually(series)
                .filter(robust -> robust.median() >= LEAST_MEDIAN)
                .filter(robust -> Math.abs(robust.ratio() - 1) <= 0.25)
                .isPresent();
    }
}
