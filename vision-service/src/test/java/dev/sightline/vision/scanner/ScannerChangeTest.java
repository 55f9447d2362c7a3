package dev.sightline.vision.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.Patch;
import dev.sightline.json.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScannerChangeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration SETTLE = Duration.ofMinutes(35);

    private final ScannerEntity scanner = new ScannerEntity();

    @BeforeEach
    void aScanner() {
        scanner.name = "Checkout";
        scanner.description = "";
        scanner.scannerConfig = json("{\"prompt\":\"Did the checkout fail?\"}");
        scanner.query = json("{}");
        scanner.samplingRate = 1;
        scanner.provider = "local";
        scanner.model = "local";
        scanner.enabled = true;
        scanner.scannerVersion = 1;
        scanner.estimatedAt = NOW.minusSeconds(60);
        scanner.lastSweptAt = NOW.minusSeconds(60);
        scanner.lastSweptSessionId = "s";
    }

    @Test
    void whatIsLookedForOrHowMakesANewVersion() {
        change("{\"prompt\":\"Did anything fail?\"}", null, null, null);

        assertEquals(2, scanner.scannerVersion);
        assertNotNull(scanner.estimatedAt);
    }

    @Test
    void sendingWhatIsThereAlreadyMakesNone() {
        change("{\"prompt\":\"Did the checkout fail?\"}", "{}", 1.0, true);

        assertEquals(1, scanner.scannerVersion);
    }

    @Test
    void anotherSampleMakesTheEstimateStaleAndIsOneVersionWhateverElseChanges() {
        change("{\"prompt\":\"Else\"}", "{\"operand\":\"OR\"}", 0.5, null);

        assertEquals(2, scanner.scannerVersion);
        assertNull(scanner.estimatedAt);
    }

    @Test
    void reEnablingDoesNotScanTheGap() {
        change(null, null, null, false);
        assertEquals(NOW.minusSeconds(60), scanner.lastSweptAt);

        change(null, null, null, true);

        assertEquals(NOW.minus(SETTLE), scanner.lastSweptAt);
        assertNull(scanner.lastSweptSessionId);
        assertEquals(1, scanner.scannerVersion);
    }

    @Test
    void datesOfTheFilterAreDropped() {
        change(null, "{\"date_from\":\"-3d\",\"date_to\":null,\"operand\":\"AND\"}", null, null);

        assertEquals(json("{\"operand\":\"AND\"}"), scanner.query);
    }

    private void change(String config, String query, Double rate, Boolean enabled) {
        ScannerChange change = new ScannerChange(scanner);
        change.apply(new PatchScanner(
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                config == null ? Patch.absent() : Patch.of(json(config)),
                query == null ? Patch.absent() : Patch.of(json(query)),
                rate == null ? Patch.absent() : Patch.of(rate),
                Patch.absent(),
                Patch.absent(),
                enabled == null ? Patch.absent() : Patch.of(enabled),
                Patch.absent()));
        change.conclude(NOW, SETTLE);
    }

    private static JsonNode json(String text) {
        return Json.read(text, JsonNode.class);
    }
}
