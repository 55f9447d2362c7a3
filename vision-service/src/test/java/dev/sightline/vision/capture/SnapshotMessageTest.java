package dev.sightline.vision.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.sightline.capture.CaptureHeaders;
import dev.sightline.capture.CaptureLimits;
import dev.sightline.capture.CaptureRequest;
import dev.sightline.capture.SnapshotPost;
import dev.sightline.capture.SnapshotReader;
import dev.sightline.capture.UrlForm;
import dev.sightline.event.SnapshotsReceived;
import dev.sightline.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SnapshotMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");
    private static final String BODY = """
            {"event":"$snapshot","uuid":"018f0000-0000-7000-8000-000000000001","properties":{"token":"t","distinct_id":"\\"é",
             "$session_id":"s-1","$window_id":"w","$snapshot_data":[ {"timestamp":1,"data":"ü"} , {"timestamp":2} ]}}""";

    @Test
    void readsBackAsTheRecordItStandsFor() {
        SnapshotMessage message = new SnapshotMessage(7, post(), "web", NOW);

        SnapshotsReceived read = Json.read(new String(message.json(), StandardCharsets.UTF_8), SnapshotsReceived.class);

        SnapshotsReceived expected =
                new SnapshotsReceived(7, message.id(), "s-1", "w", "\"é", "web", "web", NOW, read.items());
        assertEquals(expected, read);
        assertEquals(
                "[{\"timestamp\":1,\"data\":\"ü\"},{\"timestamp\":2}]",
                read.items().toString());
    }

    @Test
    void hasAnotherIdentityInAnotherProject() {
        assertEquals(new SnapshotMessage(7, post(), "web", NOW).id(), new SnapshotMessage(7, post(), "x", NOW).id());
        assertNotEquals(
                new SnapshotMessage(7, post(), "web", NOW).id(), new SnapshotMessage(8, post(), "web", NOW).id());
    }

    private static SnapshotPost post() {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        return SnapshotReader.read(new CaptureRequest(UrlForm.EMPTY, CaptureHeaders.NONE, body), CaptureLimits.DEFAULT);
    }
}
