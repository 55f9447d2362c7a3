package dev.sightline.signals.scout.detector;

import java.util.List;
import java.util.Set;

/** Computes what one scout finds. The same facts give the same clues, and nothing else happens. */
public interface Detector {

    /** The scout whose work it does. */
    String skillName();

    /** The kinds of clue it knows, as {@link Clue#domain()} names them. */
    Set<String> domains();

    /** What is unusual; empty for nothing. */
    List<Clue> detect(Facts facts);
}
