package dev.sightline.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process that belongs to the stack.
 *
 * @param environment variables beside those of the runner
 * @param log where all it prints goes
 * @param readiness what has to be true before others may rely on it
 */
record Part(String name, List<String> command, Map<String, String> environment, Path log, Readiness readiness) {

    /** Tells whether a started part can be relied on. */
    @FunctionalInterface
    interface Readiness {
        boolean reached();
    }
}
