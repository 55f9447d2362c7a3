package dev.sightline.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScopesTest {

    enum Object {
        task,
        dataset,
        signal_scout_internal
    }

    @Test
    void firstMissingInTheOrderAskedIsNamed() {
        List<String> required = List.of("task:write", "dataset:read", "evaluation:read");

        assertEquals(Optional.of("task:write"), Scopes.firstMissing(Set.of(), required));
        assertEquals(Optional.of("task:write"), Scopes.firstMissing(Set.of("task:read"), required));
        assertEquals(
                Optional.of("evaluation:read"), Scopes.firstMissing(Set.of("task:write", "dataset:write"), required));
        assertEquals(Optional.empty(), Scopes.firstMissing(Set.of("*"), required));
        assertEquals(Optional.empty(), Scopes.firstMissing(Set.of(), List.of()));
    }

    @Property
    void writeSatisfiesReadAndNothingElse(@ForAll Object held, @ForAll Object asked) {
        boolean satisfied = Scopes.firstMissing(Set.of(held + ":write"), List.of(asked + ":read"))
                .isEmpty();

        assertEquals(held == asked, satisfied);
    }

    @Property
    void readNeverSatisfiesWrite(@ForAll Object held, @ForAll Object asked) {
        assertTrue(Scopes.firstMissing(Set.of(held + ":read"), List.of(asked + ":write"))
                .isPresent());
    }

    @Test
    void starDoesNotStandForInternalScopes() {
        for (String scope : List.of(
                "signal_scout_internal:write",
                "signal_scout_report:read",
                "signal_scratchpad_internal:write",
                "internal_run:read")) {
            assertTrue(Scopes.isInternal(scope));
            assertEquals(Optional.of(scope), Scopes.firstMissing(Set.of("*"), List.of(scope)));
        }
        assertEquals(false, Scopes.isInternal("signal_scout:read"));
        assertEquals(false, Scopes.isInternal("*"));
    }
}
