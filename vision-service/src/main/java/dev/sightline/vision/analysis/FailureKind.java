package dev.sightline.vision.analysis;

import java.util.Locale;

/** Why a scan failed, as far as whoever answers can tell (spec/vision.md 9.4, 16.5). */
public enum FailureKind {
    /** The provider is out of reach, slow or overloaded: the only kind worth another attempt. */
    PROVIDER_TRANSIENT,
    /** The provider refuses this input, key or model. */
    PROVIDER_REJECTED,
    /** The answer broke its rules even after it was asked again. */
    VALIDATION_FAILED,
    INTERNAL_ERROR;

    /** The kind as {@code error_reason} begins with. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
