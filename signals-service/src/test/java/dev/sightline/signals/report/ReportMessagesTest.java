package dev.sightline.signals.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.Topic;
import dev.sightline.json.Json;
import dev.sightline.signals.Inbox;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What others hear of the inbox. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ReportMessagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Inbox inbox = new Inbox(TestDirectory.newProject());

    @Test
    void everyChangeOfAReportIsToldInOrder() {
        UUID report = inbox.readyReport();
        inbox.patch("reports/" + report, Map.of("title", "The coupon button is dead"));
        inbox.state(report, Map.of("state", "suppressed"));
        inbox.asMember().delete(inbox.path("reports/" + report)).then().statusCode(202);

        List<String> told = await("deleted", Topic.REPORTS).stream()
                .map(change -> change.path("change").asText() + ":"
                        + change.path("status").asText())
                .toList();

        assertEquals(
                List.of(
                        "created:candidate",
                        "status_changed:in_progress",
                        "status_changed:ready",
                        "reworded:ready",
                        "status_changed:suppressed",
                        "status_changed:deleted"),
                told);
    }

    @Test
    void whatPeopleDoIsLoggedAsTheirs() {
        UUID report = inbox.readyReport();
        inbox.state(report, Map.of("state", "suppressed", "dismissal_reason", "other"));
        inbox.post("source_configs", Map.of("source_product", "github", "source_type", "issue"));

        List<JsonNode> logged = await("SignalSourceConfig", Topic.ACTIVITY);

        JsonNode dismissal = logged.get(0);
        assertEquals("SignalReport", dismissal.path("scope").asText());
        assertEquals(report.toString(), dismissal.path("item_id").asText());
        assertEquals("suppressed", dismissal.at("/detail/status").asText());
        assertTrue(Stream.of(dismissal, logged.get(1))
                .allMatch(entry -> entry.path("user_id").asInt()
                        == inbox.project().person().id()));
    }

    /** The project's messages up to the first in which a word occurs. */
    private List<JsonNode> await(String last, String topic) {
        String key = String.valueOf(inbox.project().id());
        try (TopicReader reader = TopicReader.of(topic)) {
            Awaitility.await().atMost(PATIENCE).until(() -> reader.records(key).stream()
                    .anyMatch(record -> new String(record.value(), UTF_8).contains(last)));
            return reader.records(key).stream()
                    .map(record -> Json.read(new String(record.value(), UTF_8), JsonNode.class))
                    .toList();
        }
    }
}
