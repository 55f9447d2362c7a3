package dev.sightline.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Bodies of 50 KB as posthog-js posts them: mouse moves and mutations, each as large as recorded ones are. */
final class Recording {

    static final int SIZE = 50_000;

    private static final int ENOUGH = 12;

    private Recording() {}

    /** 50 KB of JSON. */
    static byte[] plain() {
        return json(SIZE);
    }

    /** About 50 KB of gzip. */
    static byte[] gzipped() throws IOException {
        int size = SIZE;
        byte[] packed = gzip(json(size));
        while (packed.length < SIZE) {
            size += SIZE / ENOUGH;
            packed = gzip(json(size));
        }
        return packed;
    }

    private static byte[] json(int size) {
        Random random = new Random(1);
        long now = System.currentTimeMillis();
        StringBuilder json = new StringBuilder(size + 1000)
                .append("[{\"event\":\"$snapshot\",\"properties\":{\"token\":\"phc_local\",\"distinct_id\":\"load\",")
                .append("\"$session_id\":\"SESSION-0000\",\"$window_id\":\"w\",\"$lib\":\"web\",\"$snapshot_data\":[");
        while (json.length() < size - 3) {
            json.append(item(random, now)).append(',');
        }
        json.setLength(json.length() - 1);
        return json.append("]}}]").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String item(Random random, long now) {
        return random.nextInt(4) > 0 ? move(random, now) : mutation(random, now);
    }

    private static String move(Random random, long now) {
        StringBuilder positions = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            positions.append("{\"x\":%d,\"y\":%d,\"id\":%d,\"timeOffset\":%d},"
                    .formatted(random.nextInt(1200), random.nextInt(800), random.nextInt(900), -50 * i));
        }
        positions.setLength(positions.length() - 1);
        return "{\"type\":3,\"data\":{\"source\":1,\"positions\":[" + positions + "]},\"timestamp\":"
                + (now - random.nextInt(60_000)) + "}";
    }

    private static String mutation(Random random, long now) {
        return ("{\"type\":3,\"data\":{\"source\":0,\"texts\":[{\"id\":%d,\"value\":\"Order %s is on its way\"}],\"attributes\":"
                        + "[{\"id\":%d,\"attributes\":{\"class\":\"row %s\"}}],\"removes\":[],\"adds\":[]},\"timestamp\":%d}")
                .formatted(
                        random.nextInt(900),
                        Long.toString(random.nextLong() & Long.MAX_VALUE, 36),
                        random.nextInt(900),
                        Integer.toString(random.nextInt(1 << 30), 36),
                        now - random.nextInt(60_000));
    }

    private static byte[] gzip(byte[] json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(json);
        }
        return out.toByteArray();
    }
}
