package dev.sightline.local.stack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeathsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Deaths deaths = new Deaths();

    @Test
    void theThirdDeathWithinAMinuteIsOneTooMany() {
        assertTrue(deaths.forgives("vision", NOW));
        assertTrue(deaths.forgives("vision", NOW.plusSeconds(20)));
        assertFalse(deaths.forgives("vision", NOW.plusSeconds(59)));
    }

    @Test
    void deathsFarApartAreForgiven() {
        for (int minute = 0; minute < 10; minute++) {
            assertTrue(deaths.forgives("vision", NOW.plusSeconds(minute * 61)));
        }
    }

    @Test
    void partsDieForThemselves() {
        assertTrue(deaths.forgives("vision", NOW));
        assertTrue(deaths.forgives("vision", NOW));
        assertTrue(deaths.forgives("signals", NOW));
    }
}
