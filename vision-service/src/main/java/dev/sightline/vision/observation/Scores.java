package dev.sightline.vision.observation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** Scores in their order, equal ones once with their number: as small as the scale, however many there are. */
final class Scores {

    private final SortedMap<BigDecimal, Long> counts = new TreeMap<>();

    /** Each score by the number of scores up to and including it. */
    private final NavigableMap<Long, BigDecimal> ranks = new TreeMap<>();

    private final long count;

    private Scores(Map<String, Long> byText) {
        byText.forEach((text, times) -> counts.merge(new BigDecimal(text), times, Long::sum));
        long upTo = 0;
        for (Map.Entry<BigDecimal, Long> entry : counts.entrySet()) {
            upTo += entry.getValue();
            ranks.put(upTo, entry.getKey());
        }
        count = upTo;
    }

    /** Scores as they are tallied: the number's text and how often it was given. */
    static Scores of(Map<String, Long> byText) {
        return new Scores(byText);
    }

    long count() {
        return count;
    }

    double mean() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<BigDecimal, Long> entry : counts.entrySet()) {
            sum = sum.add(entry.getKey().multiply(BigDecimal.valueOf(entry.getValue())));
        }
        return sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64).doubleValue();
    }

    /** The value at {@code share * (count - 1)}, between two neighbours in proportion. */
    double percentile(double share) {
        double position = share * (count - 1);
        long below = (long) Math.floor(position);
        double low = at(below);
        return low + (at((long) Math.ceil(position)) - low) * (position - below);
    }

    private double at(long rank) {
        return ranks.higherEntry(rank).getValue().doubleValue();
    }

    void forEach(ObjLongConsumer<Double> consumer) {
        counts.forEach((score, times) -> consumer.accept(score.doubleValue(), times));
    }
}
