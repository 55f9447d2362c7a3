package dev.sightline.signals.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.event.TaskRunReported;
import dev.sightline.event.Topic;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.messaging.Publisher;
import dev.sightline.signals.Inbox;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class TaskRunMessagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Inbox inbox = new Inbox(TestDirectory.newProject());
    private final UUID task = UUID.randomUUID();

    @Inject
    Publisher publisher;

    @Test
    void aMergedPullRequestThatIsHeardOfResolvesTheReport() {
        UUID report = inbox.readyReport();
        inbox.post(
                "reports/" + report + "/artefacts",
                Map.of("artefact_type", "task_run", "content", Map.of("task_id", task)));

        publish("merged");

        await().atMost(PATIENCE).untilAsserted(() -> inbox.get("reports/" + report)
                .then()
                .body("status", equalTo("resolved"))
                .body("implementation_pr_url", equalTo("https://github.com/acme/shop/pull/7")));
    }

    @Test
    void aMessageThatMakesNoSenseIsPutAside() {
        publish("lost");

        try (TopicReader letters = TopicReader.of(Topic.TASKS_RUNS.deadLetters())) {
            String key = String.valueOf(inbox.project().id());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertEquals(1, letters.records(key).size()));
            byte[] reason = letters.records(key)
                    .get(0)
                    .headers()
                    .lastHeader("dlq_reason")
                    .value();
            assertTrue(new String(reason, UTF_8).contains("pr_state is not known."));
        }
    }

    private void publish(String prState) {
        TaskRunReported run = new TaskRunReported(
                inbox.project().id(),
                task,
                "1",
                "completed",
                "https://github.com/acme/shop/pull/7",
                prState,
                null,
                Instant.now());
        publisher
                .publish(List.of(OutboxMessage.of(String.valueOf(inbox.project().id()), run)))
                .await()
                .atMost(PATIENCE);
    }
}
