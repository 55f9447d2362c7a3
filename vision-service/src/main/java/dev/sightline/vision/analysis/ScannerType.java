package dev.sightline.vision.analysis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of answer a scanner gives (spec/vision.md 3). */
public enum ScannerType {
    MONITOR,
    CLASSIFIER,
    SCORER,
    SUMMARIZER;

    /** The name in the API. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ScannerType> of(String label) {
        return Arrays.stream(values())
                .filter(type -> type.label().equals(label))
                .findFirst();
    }
}
