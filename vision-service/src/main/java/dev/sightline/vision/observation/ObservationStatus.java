package dev.sightline.vision.observation;

import java.util.Locale;

/** The name of an observation's state; what may become of it says {@link ObservationState}. The last three are final. */
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
