package dev.sightline.signals.scout;

import dev.sightline.auth.ApiKey;

/** The scope that only run tokens and internal keys hold (spec/scouts.md 1). */
public final class InternalScope {

    public static final String WRITE = "signal_scout_internal:write";

    private InternalScope() {}

    /** Whether a key acts as a scout. */
    public static boolean heldBy(ApiKey key) {
        return key.scopes().contains(WRITE);
    }
}
