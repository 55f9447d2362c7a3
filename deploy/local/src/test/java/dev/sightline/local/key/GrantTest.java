package dev.sightline.local.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrantTest {

    @Test
    void anEntryHasTheHashAndNeverTheKey() {
        MintedKey key = new MintedKey("phx_local");
        Grant grant = new Grant(1, List.of(1), List.of("replay_scanner:read", "*"), false);

        assertEquals(
                "{\"id\":\"key-a906981b\",\"sha256\":\"a906981b091132060161999629c98475da45efb03b980e60185b6ddca09689d1\",\"user_id\":1,\"scopes\":[\"replay_scanner:read\",\"*\"],"
                        + "\"projects\":[1],\"internal\":false}",
                grant.entry(key));
    }

    @Test
    void withoutProjectsItIsForAll() {
        assertTrue(!new Grant(1, List.of(), List.of("*"), false)
                .entry(MintedKey.draw())
                .contains("projects"));
    }

    @Test
    void whatIsNoScopeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Grant(1, List.of(), List.of("task"), false));
        assertThrows(IllegalArgumentException.class, () -> new Grant(1, List.of(), List.of("task:admin"), false));
    }

    @Test
    void internalScopesNeedAnInternalKey() {
        List<String> scopes = List.of("signal_scout_internal:write");

        assertThrows(IllegalArgumentException.class, () -> new Grant(1, List.of(), scopes, false));
        assertEquals(scopes, new Grant(1, List.of(), scopes, true).scopes());
    }

    @Test
    void keysLookLikePersonalKeysAndDiffer() {
        MintedKey key = MintedKey.draw();

        assertTrue(key.value().matches("phx_[0-9A-Za-z]{43}"), key.value());
        assertNotEquals(key, MintedKey.draw());
    }
}
