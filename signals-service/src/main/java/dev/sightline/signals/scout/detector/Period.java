package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A way to cut time into buckets, of which those that are not over are left out (spec/scouts.md 15.7, guards). */
interface Period {

    /** The latest bucket that is over, or the one so many before it. */
    Bucket latest(int back);

    /** Buckets in a row that a change has to last. */
    int lasting();

    /** Earlier buckets in which a rate should be about the same. */
    List<Bucket> alike(Bucket bucket);

    /** How many of them are needed to know what is usual. */
    int leastAlike();

    /** The bucket that shows whether something came suddenly. */
    Bucket before(Bucket bucket);

    /** A count beside what is usual; empty if that cannot be told. */
    Optional<Beside> compare(Series series, Bucket bucket);

    /** When a bucket is, as people say it. */
    String words(Bucket bucket);

    /** With what it is compared, as people say it. */
    String usually();

    /**
     * The latest bucket, if in it and in those before it the same was found: all above the usual or all below. It is as
     * unusual as the least unusual of them.
     */
    default Optional<Robust> lasts(int buckets, Function<Bucket, Optional<Robust>> judge) {
        List<Robust> found = new ArrayList<>();
        for (int back = 0; back < buckets; back++) {
            judge.apply(latest(back)).ifPresent(found::add);
        }
        boolean all = found.size() == buckets
                && found.stream().map(Robust::above).distinct().count() == 1;
        return all ? Optional.of(found.stream().reduce(Robust::noSurerThan).orElseThrow()) : Optional.empty();
    }
}
