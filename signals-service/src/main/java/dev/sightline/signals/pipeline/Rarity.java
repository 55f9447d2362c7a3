package dev.sightline.signals.pipeline;

import java.util.HashMap;
import java.util.Map;

/**
 * How telling a term is in one project: the inverse of the number of its live signals that have it. So that the first
 * signals of a project are not judged by chance, {@value #PRIOR} imagined signals are counted in, of which three in ten
 * have each common term and none any other.
 *
 * <p>The figures move with every signal. They are used when two signals are compared and are stored nowhere.
 */
final class Rarity {

    static final int PRIOR = 100;
    private static final double COMMON = 0.3 * PRIOR;

    private final Map<Integer, Integer> counts = new HashMap<>();
    private int signals;

    void add(Fingerprint fingerprint) {
        signals++;
        for (int term : fingerprint.terms()) {
            counts.merge(term, 1, Integer::sum);
        }
    }

    void remove(Fingerprint fingerprint) {
        signals--;
        for (int term : fingerprint.terms()) {
            counts.computeIfPresent(term, (key, count) -> count == 1 ? null : count - 1);
        }
    }

    double of(int term) {
        double imagined = Fingerprint.common(term) ? COMMON : 0;
        return Math.log((signals + PRIOR + 1) / (counts.getOrDefault(term, 0) + imagined + 1));
    }
}
