package dev.sightline.signals.pipeline;

import java.util.Set;

/**
 * What of a signal is compared with other signals without a model.
 *
 * @param terms hashes of its stems and pairs of stems, ascending; the lowest bit marks common ones
 * @param weights of the terms, grow with how often one occurs, up to 2
 * @param identities names under which its source knows the thing; signals that share one are about the same thing
 */
public record Fingerprint(int[] terms, float[] weights, Marks marks, Set<String> identities) {

    static boolean common(int term) {
        return (term & 1) == 1;
    }

    /** Bytes it takes, roughly. */
    int bytes() {
        return 256 + 8 * terms.length;
    }
}
