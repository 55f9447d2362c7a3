package dev.sightline.signals.scout.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.InventoryReported;
import dev.sightline.event.Topic;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.Scouts;
import dev.sightline.signals.scout.projection.Broker;
import dev.sightline.signals.scout.projection.Broker.Told;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TopicReader;
import dev.sightline.time.UuidV7;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class InventoryMessagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.now();

    private final Scouts scouts = Scouts.of(TestDirectory.newProject());
    private final String key = scouts.project().id() + ":section";

    private Told told(String section, String content, Instant at) {
        return Told.of(
                UuidV7.next(),
                key,
                new InventoryReported(scouts.project().id(), section, Json.read(content, JsonNode.class), at));
    }

    private static String intents(String product) {
        return "[{\"product_type\":\"" + product + "\"}]";
    }

    private Response profile() {
        return Scouts.with(scouts.internalKey()).get(scouts.path("project_profile/current"));
    }

    @Test
    void aSectionIsHandedInByMessageAndExpiresTheProfile() {
        profile().then().body("payload.coverage.product_intents.state", equalTo("not_connected"));

        Broker.send(List.of(told("product_intents", intents("surveys"), NOW.minusSeconds(60))));

        await().atMost(PATIENCE).untilAsserted(() -> profile()
                .then()
                .body("payload.inventory.product_intents.product_type", contains("surveys"))
                .body("payload.coverage.product_intents.state", equalTo("ingested")));
    }

    @Test
    void whatIsToldTooLateChangesNothing() {
        Broker.send(List.of(
                told("product_intents", intents("later"), NOW.minusSeconds(60)),
                told("product_intents", intents("earlier"), NOW.minusSeconds(120)),
                told("recent_cohorts", "{\"total_count\":4,\"recent\":[]}", NOW)));

        await().atMost(PATIENCE).untilAsserted(() -> profile()
                .then()
                .body("payload.inventory.recent_cohorts.total_count", equalTo(4))
                .body("payload.inventory.product_intents.product_type", contains("later")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "top_events|[]|cannot be handed in",
                "recent_surveys|{\"total_count\":-1}|total_count",
                "product_intents|null|Members are missing",
            })
    void aSectionThatMakesNoSenseIsPutAside(String section, String content, String reason) {
        Broker.send(List.of(told(section, content, NOW)));

        try (TopicReader letters = TopicReader.of(Topic.SCOUTS_INVENTORY.deadLetters())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertEquals(1, letters.records(key).size()));
            byte[] said = letters.records(key)
                    .get(0)
                    .headers()
                    .lastHeader("dlq_reason")
                    .value();
            assertTrue(new String(said, UTF_8).contains(reason), () -> new String(said, UTF_8));
        }
    }
}
