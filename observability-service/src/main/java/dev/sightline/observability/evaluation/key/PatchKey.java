package dev.sightline.observability.evaluation.key;

import dev.sightline.api.Patch;
import jakarta.validation.constraints.Size;

/** The body that changes a provider key; what is absent stays as it is. */
record PatchKey(
        @Size(max = 255) Patch<String> name,
        @Size(max = 1000) Patch<String> apiKey,
        Patch<Boolean> active) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "PatchKey";
    }
}
