package dev.sightline.local.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final String BODY = "{\"a\":\"\u001f\u008b€+\"}";

    @Test
    void onlyDeliveriesAreRead() throws IOException {
        Recording recording = Recording.read(Path.of("src/test/resources/recordings/js1.jsonl"));

        assertEquals(
                List.of(
                        "/e/",
                        "/flags/?v=2",
                        "/i/v0/e/",
                        "/flags/?v=2",
                        "/i/v0/e/",
                        "/s/",
                        "/i/v0/e/",
                        "/i/v0/e/",
                        "/s/"),
                recording.requests().stream().map(RecordedRequest::url).toList());
    }

    @Test
    void theDemoIsReadable() throws IOException {
        assertEquals(
                447,
                Recording.read(Path.of("demo-sessions/sessions.jsonl.gz"))
                        .requests()
                        .size());
    }

    @Test
    void gzipIsPutBack() throws IOException {
        byte[] packed = Encoding.encode(BODY, List.of("gunzip(magic)"));

        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();

        assertEquals(BODY, new String(unpacked, StandardCharsets.UTF_8));
    }

    @Test
    void stepsAreUndoneInReverse() {
        String form = new String(Encoding.encode(BODY, List.of("form data=", "base64")), StandardCharsets.US_ASCII);

        String base64 = URLDecoder.decode(form.substring("data=".length()), StandardCharsets.US_ASCII);

        assertEquals(BODY, new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    }

    @Test
    void anUnknownStepIsNamed() {
        assertThrows(IllegalArgumentException.class, () -> Encoding.encode(BODY, List.of("rot13")));
    }
}
