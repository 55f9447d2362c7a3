package dev.sightline.vision.analysis.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.vision.recording.BlockReader;
import dev.sightline.vision.recording.TimeSpan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A session of two hundred megabytes is read as any other. */
class HugeSessionTest {

    private static final long BEGIN = 1_700_000_000_000L;
    private static final int BLOCKS = 100;
    private static final int ITEMS = 20;
    private static final int PADDING = 100_000;

    @Test
    void twoHundredMegabytesAreReadBlockAfterBlock() {
        TimelineBuilder timeline = new TimelineBuilder(new TimeSpan(BEGIN, BEGIN + BLOCKS * 1_000L));
        BlockReader reader = new BlockReader(timeline);

        for (int block = 0; block < BLOCKS; block++) {
            reader.read(new ByteArrayInputStream(block(block)));
        }

        assertEquals(BLOCKS * ITEMS, reader.items());
        assertEquals(0, reader.skipped());
        assertTrue(TimelineText.of(timeline.build(), 60_000).length() < 70_000);
    }

    /** Items that each replace a long text of the page. */
    private static byte[] block(int number) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream lines = new GZIPOutputStream(packed)) {
            for (int item = 0; item < ITEMS; item++) {
                lines.write(line(BEGIN + number * 1_000L + item));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] line(long timestamp) {
        return ("[\"w\",{\"type\":3,\"timestamp\":" + timestamp + ",\"data\":{\"source\":0,\"adds\":[],\"removes\":[],"
                        + "\"attributes\":[],\"texts\":[{\"id\":7,\"value\":\"" + "x".repeat(PADDING) + "\"}]}}]\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
