package dev.sightline.vision.analysis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether what a monitor looks for happened. */
public enum Verdict {
    YES,
    NO,
    INCONCLUSIVE;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
