package dev.sightline.signals.pipeline;

import java.util.Collections;

/**
 * How alike other signals are to one, 0 to 1, without a model: the cosine of their terms, each weighed by its {@link Rarity};
 * 1 if they share an identity; {@value #CONTRADICTION} if their titles contradict each other.
 */
final class Likeness {

    static final double CONTRADICTION = -1;

    private final Rarity rarity;
    private final Fingerprint one;
    private final double square;

    Likeness(Rarity rarity, Fingerprint one) {
        this.rarity = rarity;
        this.one = one;
        this.square = square(one);
    }

    double of(Fingerprint other) {
        if (same(one, other)) {
            return 1;
        }
        return one.marks().contradict(other.marks()) ? CONTRADICTION : cosine(other);
    }

    static boolean same(Fingerprint one, Fingerprint other) {
        return !Collections.disjoint(one.identities(), other.identities());
    }

    private double cosine(Fingerprint other) {
        double lengths = square * square(other);
        return lengths == 0 ? 0 : Math.min(1, product(other) / Math.sqrt(lengths));
    }

    private double product(Fingerprint other) {
        double sum = 0;
        for (int i = 0, j = 0; i < one.terms().length && j < other.terms().length; ) {
            int order = Integer.compare(one.terms()[i], other.terms()[j]);
            if (order == 0) {
                double rare = rarity.of(one.terms()[i]);
                sum += rare * rare * one.weights()[i] * other.weights()[j];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return sum;
    }

    private double square(Fingerprint print) {
        double sum = 0;
        for (int i = 0; i < print.terms().length; i++) {
            double value = rarity.of(print.terms()[i]) * print.weights()[i];
            sum += value * value;
        }
        return sum;
    }
}
