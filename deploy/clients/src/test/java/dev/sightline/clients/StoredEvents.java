package dev.sightline.clients;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.endtoend.Client;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Captured events as the API shows them. */
record StoredEvents(Client api) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A person that nobody else is. */
    static String somebody() {
        return "ada-" + UUID.randomUUID();
    }

    /** A person's events of a name, newest first, once there are so many. */
    JsonNode await(String person, String name, int count) {
        String event = URLEncoder.encode(name, StandardCharsets.UTF_8);
        String path = "/api/projects/1/events/?limit=1000&distinct_id=" + person + "&event=" + event;
        return Awaitility.await(count + " of " + name)
                .atMost(PATIENCE)
                .until(() -> api.get(path).body().path("results"), results -> results.size() == count);
    }
}
