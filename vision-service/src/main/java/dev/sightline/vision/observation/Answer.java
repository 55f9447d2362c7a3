package dev.sightline.vision.observation;

import dev.sightline.json.Wire;
import java.util.Comparator;

/** One thing an answer says that statistics count: a tag, a score. */
record Answer(Kind kind, String value) implements Comparable<Answer> {

    private static final Comparator<Answer> ORDER =
            Comparator.comparing(Answer::kind).thenComparing(Answer::value);

    enum Kind {
        /** A tag of the vocabulary. */
        TAG,
        /** A tag outside the vocabulary. */
        FREEFORM,
        /** A tag of either sort that the same observation has already. */
        AGAIN,
        /** A number, in its shortest plain form. */
        SCORE;

        String stored() {
            return Wire.name(this);
        }
    }

    @Override
    public int compareTo(Answer other) {
        return ORDER.compare(this, other);
    }
}
