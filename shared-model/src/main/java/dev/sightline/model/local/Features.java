package dev.sightline.model.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a text shows each of its features: stems, pairs of neighbouring stems, and the four-letter pieces of stems
 * that let a misspelt or differently inflected word still count.
 */
final class Features {

    private static final int PIECE = 4;

    /** Weight of a kind of feature, relative to a stem. */
    enum Kind {
        STEM(1.0),
        PAIR(0.5),
        PIECE(0.25);

        final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }

    /** One feature; equal features are counted together. */
    record Feature(Kind kind, String text) {}

    private final Map<Feature, Integer> counts = new LinkedHashMap<>();

    private Features() {}

    /** In order of first appearance, so that sums over them come out the same everywhere. */
    static Map<Feature, Integer> of(List<String> stems) {
        Features features = new Features();
        for (int i = 0; i < stems.size(); i++) {
            features.count(Kind.STEM, stems.get(i));
            features.pieces(stems.get(i));
            if (i > 0) {
                features.count(Kind.PAIR, stems.get(i - 1) + ' ' + stems.get(i));
            }
        }
        return features.counts;
    }

    private void pieces(String stem) {
        String bounded = '<' + stem + '>';
        for (int i = 0; i + PIECE <= bounded.length(); i++) {
            count(Kind.PIECE, bounded.substring(i, i + PIECE));
        }
    }

    private void count(Kind kind, String text) {
        counts.merge(new Feature(kind, text), 1, Integer::sum);
    }
}
