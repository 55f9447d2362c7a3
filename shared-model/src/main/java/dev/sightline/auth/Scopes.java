package dev.sightline.auth;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which scopes satisfy which (spec/platform.md A.2). */
final class Scopes {

    static final String ALL = "*";

    private static final Set<String> INTERNAL =
            Set.of("signal_scout_internal", "signal_scout_report", "signal_scratchpad_internal", "internal_run");

    private Scopes() {}

    /** Whether only an internal key may hold it; {@code *} does not stand for it. */
    static boolean isInternal(String scope) {
        return INTERNAL.contains(scope.replaceFirst(":.*", ""));
    }

    /** The first of the required scopes that those held do not satisfy. */
    static Optional<String> firstMissing(Set<String> held, List<String> required) {
        return required.stream().filter(scope -> !satisfied(held, scope)).findFirst();
    }

    private static boolean satisfied(Set<String> held, String required) {
        return held.contains(required)
                || (required.endsWith(":read") && held.contains(required.replaceFirst(":read$", ":write")))
                || (held.contains(ALL) && !isInternal(required));
    }
}
