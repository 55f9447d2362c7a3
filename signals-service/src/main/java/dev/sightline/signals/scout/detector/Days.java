package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Series;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Complete days. Counts are compared with the same weekday of eight weeks, rates with the 28 days before. */
final class Days implements Period {

    private static final int BACK = 28;
    private static final int LEAST_ALIKE = 10;

    private final History history;
    private final Weekday weekdays;

    Days(History history) {
        this.history = history;
        this.weekdays = new Weekday(history);
    }

    @Override
    public Bucket latest(int back) {
        return Bucket.ofDay(history.yesterday() - back);
    }

    @Override
    public int lasting() {
        return 1;
    }

    @Override
    public List<Bucket> alike(Bucket bucket) {
        int day = bucket.day();
        return IntStream.range(Math.max(0, day - BACK), day)
                .mapToObj(Bucket::ofDay)
                .toList();
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
        return weekdays.compare(series, bucket.day());
    }

    @Override
    public String words(Bucket bucket) {
        return "on " + history.date(bucket.day());
    }

    @Override
    public String usually() {
        return "on that weekday";
    }
}
