package dev.sightline.vision.observation;

import java.util.Locale;

/**
 * Where an observation stands (spec/vision.md 9.2).
 *
 * <pre>
 *  pending ──► running ──► succeeded
 *     │           ├──────► failed
 *     │           └──────► ineligible
 *     └──────────────────► failed, ineligible
 * </pre>
 *
 * The last three are terminal: such a row never changes again.
 */
public enum ObservationStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    INELIGIBLE;

    /** The status as the API and the database write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
