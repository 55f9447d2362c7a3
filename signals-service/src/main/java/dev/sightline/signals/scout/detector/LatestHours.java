package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Complete hours, each compared with the same hour of the 28 days before; counts as if those days had been as busy as
 * their weekday is. A change has to last two of them. An hour in
 * which nothing at all was heard of the project is a gap in the data: it is not judged, nor is anything judged by it.
 */
final class LatestHours implements Period {

    private static final Duration SETTLED = Duration.ofMinutes(15);
    private static final int BACK = 28;
    private static final int WEEK = 7 * Series.DAY;
    private static final int LEAST_ALIKE = 12;

    private final History history;
    private final boolean[] heard;
    private final int last;

    LatestHours(History history, Instant now) {
        this.history = history;
        this.heard = history.heard();
        Instant start = history.start().atStartOfDay(ZoneOffset.UTC).toInstant();
        int over = (int) Duration.between(start, now.minus(SETTLED)).toHours() - 1;
        this.last = Math.min(over, heard.length - 1);
    }

    @Override
    public Bucket latest(int back) {
        return new Bucket(last - back, last - back + 1);
    }

    @Override
    public int lasting() {
        return 2;
    }

    @Override
    public List<Bucket> alike(Bucket bucket) {
        return IntStream.rangeClosed(1, BACK)
                .mapToObj(days -> before(bucket, days * Series.DAY))
                .flatMap(Optional::stream)
                .toList();
    }

    /** So many hours before, if anything was heard then. */
    private Optional<Bucket> before(Bucket bucket, int hours) {
        Bucket before = bucket.back(hours);
        return before.from() >= 0 && heard[before.from()] ? Optional.of(before) : Optional.empty();
    }

    @Override
    public int leastAlike() {
        return LEAST_ALIKE;
    }

    @Override
    public Bucket before(Bucket bucket) {
        return bucket.back(Series.DAY);
    }

    @Override
    public Optional<Beside> compare(Series series, Bucket bucket) {
        return isKnown(bucket) ? Optional.of(beside(series, bucket)) : Optional.empty();
    }

    /** Whether this hour was heard of, and enough of those to compare it with. */
    private boolean isKnown(Bucket bucket) {
        return bucket.day() >= BACK
                && heard[bucket.from()]
                && heard[bucket.from() - WEEK]
                && heard[bucket.from() - 2 * WEEK]
                && alike(bucket).size() >= LEAST_ALIKE;
    }

    private Beside beside(Series series, Bucket bucket) {
        double growth = growth(series, bucket);
        double lastWeek = bucket.back(WEEK).sum(series) * growth;
        double weekBefore = bucket.back(2 * WEEK).sum(series) * growth * growth;
        return new Beside(bucket.sum(series), usual(series, bucket), (lastWeek + weekBefore) / 2);
    }

    /** What it was at that hour, as if all days were as busy as those of this weekday usually are. */
    private double[] usual(Series series, Bucket bucket) {
        double[] busy = IntStream.rangeClosed(1, 7)
                .mapToDouble(back -> busyness(series, bucket.day() - back))
                .toArray();
        return alike(bucket).stream()
                .mapToDouble(one -> {
                    double then = busy[(bucket.day() - one.day() - 1) % 7];
                    return one.sum(series) * (then > 0 ? busy[6] / then : 1);
                })
                .toArray();
    }

    /** What a weekday comes to in the mean of the four weeks that end with a day; days without anything are left out. */
    private static double busyness(Series series, int day) {
        return IntStream.range(0, 4)
                .mapToDouble(week -> series.day(day - 7 * week))
                .filter(total -> total > 0)
                .average()
                .orElse(0);
    }

    /** How many times the week that ended a day before as much as the week before it. */
    private static double growth(Series series, Bucket bucket) {
        int end = bucket.from() - Series.DAY;
        double before = series.sum(end - 2 * WEEK, end - WEEK);
        double growth = before == 0 ? 1 : series.sum(end - WEEK, end) / before;
        return Math.max(0.25, Math.min(4, growth));
    }

    @Override
    public String words(Bucket bucket) {
        int hour = bucket.from() % Series.DAY;
        return String.format("on %s from %02d:00 to %02d:00 UTC", history.date(bucket.day()), hour, hour + 1);
    }

    @Override
    public String usually() {
        return "at that hour";
    }
}
