package dev.sightline.local.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewritingTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T23:59:50.250Z");
    private static final UUID RUN = UUID.fromString("01a1fa10-3564-4afc-a4e3-82bf0ca104d4");

    private final Rewriting anHourLater = rewriting(RUN);

    private static Rewriting rewriting(UUID run) {
        RecordedRequest request = new RecordedRequest(RECORDED.toEpochMilli(), "POST", "/s/", null, null, null, null);
        return new Rewriting(new Recording(List.of(request)), Duration.ofMillis(3_600_999), "phc_mine", run);
    }

    @ParameterizedTest
    @CsvSource({
        "1795219190250, 1795222790250",
        "1795219190, 1795222790",
        "1795219190.123, 1795222790.123",
        "1795219190250.7, 1795222790250.7",
        "1795219190250000000, 1795222790250000000",
        "2026-11-20T23:59:50.250Z, 2026-11-21T00:59:50.250Z",
        "2026-11-20T23:00:00+00:00, 2026-11-21T00:00:00+00:00",
        "/e/?_=1795219190250&ver=1.200.0, /e/?_=1795222790250&ver=1.200.0",
        "/array/phc_probe0000/config.js, /array/phc_mine/config.js"
    })
    void whatIsNearTheRecordingMoves(String recorded, String moved) {
        assertEquals(moved, anHourLater.apply(recorded));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "17952191902",
                "x1795219190",
                "0.1795219190250",
                "2024-01-01T00:00:00Z",
                "user-42",
                "d9428888-122b-11e1-b85c-61cd3cbb3210"
            })
    void everythingElseStays(String text) {
        assertEquals(text, anHourLater.apply(text));
    }

    @Test
    void idsBecomeOthersThatBelongTogetherAsBefore() {
        String first = "01a1fa10-3564-7afc-a4e3-82bf0ca104d4";
        String later = "01a1fa10-4484-710e-89a4-8e24886faf2d";

        String newFirst = anHourLater.apply(first);

        assertNotEquals(first, newFirst);
        assertEquals("[\"" + newFirst + "\"]", anHourLater.apply("[\"" + first + "\"]"));
        assertNotEquals(newFirst, rewriting(UUID.randomUUID()).apply(first));
        assertEquals(7, UUID.fromString(newFirst).version());
        assertEquals(2, UUID.fromString(newFirst).variant());
        assertTrue(newFirst.compareTo(anHourLater.apply(later)) < 0, "the order is kept");
    }
}
