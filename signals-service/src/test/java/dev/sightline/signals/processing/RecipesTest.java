package dev.sightline.signals.processing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.Inbox;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestServers;
import dev.sightline.time.UuidV7;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Sends what SOURCES.md tells readers to send. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class RecipesTest {

    private static final Pattern CALL = Pattern.compile("/signals/(\\S+?)/ .*?<<'JSON'\n(.*?)\nJSON", Pattern.DOTALL);
    private static final Pattern MESSAGE = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);
    private static final String TYPE = "dev.sightline.signal.emitted.v1";

    private final Inbox inbox = new Inbox(TestDirectory.newProject());

    @Inject
    Pool pool;

    private record Call(String path, JsonNode body) {

        static Call of(MatchResult found) {
            return new Call(found.group(1), Json.read(found.group(2), JsonNode.class));
        }
    }

    @Test
    void everyRecipeReachesTheInbox() throws IOException {
        List<Call> calls = CALL.matcher(recipes()).results().map(Call::of).toList();
        List<Call> signals =
                calls.stream().filter(call -> call.path().equals("emit")).toList();
        assertEquals(
                List.of("zendesk", "linear", "jira", "gitlab", "sentry"),
                signals.stream()
                        .map(call -> call.body().path("source_product").asText())
                        .toList());
        calls.stream().filter(call -> !signals.contains(call)).forEach(call -> answered(call, 201));
        signals.stream().skip(1).forEach(this::switchOn);

        signals.forEach(call -> answered(call, 202));

        Stored stored = new Stored(pool, inbox.project().id());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(signals.size(), stored.signals()));
    }

    @Test
    void theMessageOfTheRecipeReachesTheInbox() throws IOException {
        MatchResult found = MESSAGE.matcher(recipes()).results().findFirst().orElseThrow();
        ObjectNode message = Json.read(found.group(1), ObjectNode.class)
                .put("project_id", inbox.project().id())
                .put("emitted_at", Instant.now().toString());
        switchOn(new Call("emit", message));

        send(message);

        Stored stored = new Stored(pool, inbox.project().id());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(1, stored.signals()));
    }

    private static String recipes() throws IOException {
        return Files.readString(Path.of("SOURCES.md"));
    }

    private void switchOn(Call signal) {
        Map<String, String> source = Map.of(
                "source_product", signal.body().path("source_product").asText(),
                "source_type", signal.body().path("source_type").asText());
        inbox.post("source_configs", source).then().statusCode(201);
    }

    private void answered(Call call, int status) {
        inbox.post(call.path(), call.body()).then().statusCode(status);
    }

    private static void send(ObjectNode message) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                "signals.emitted",
                message.path("project_id").asText(),
                Json.write(message).getBytes(UTF_8));
        record.headers().add("ce_id", UuidV7.next().toString().getBytes(UTF_8));
        record.headers().add("ce_type", TYPE.getBytes(UTF_8));
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestServers.get().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record);
        }
    }
}
