package dev.sightline.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** A request of a hundred events as posthog-node batches them, each of the size of a page view. */
final class Events {

    static final int EACH = 100;

    private static final int PROPERTIES = 20;

    private Events() {}

    static byte[] plain() {
        Random random = new Random(1);
        StringBuilder json = new StringBuilder("{\"api_key\":\"phc_local\",\"batch\":[");
        for (int i = 0; i < EACH; i++) {
            json.append(i == 0 ? "" : ",").append(event(i, random));
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzipped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain());
        }
        return out.toByteArray();
    }

    private static String event(int i, Random random) {
        StringBuilder properties = new StringBuilder("\"$lib\":\"posthog-node\",\"$session_id\":\"s")
                .append(i / 10)
                .append('"');
        for (int n = 0; n < PROPERTIES; n++) {
            properties
                    .append(",\"property_")
                    .append(n)
                    .append("\":\"")
                    .append(Long.toString(random.nextLong(), 36))
                    .append('"');
        }
        return "{\"event\":\"$pageview\",\"uuid\":\"" + new UUID(random.nextLong(), random.nextLong())
                + "\",\"distinct_id\":\"d" + i % 20 + "\",\"properties\":{" + properties + "}}";
    }
}
