package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.sightline.local.endtoend.Client.Answer;
import dev.sightline.local.replay.Replay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A provider of language models that cannot be reached fails the observation with its reason; once it is back, a retry succeeds. */
@Tag("outages")
@ExtendWith(ClusterExtension.class)
class ProviderOutageIT {

    private static final String SCANNERS = "/api/projects/1/vision/scanners/";
    private static final String ANSWER = """
            {"id":"a","object":"chat.completion","created":1,"model":"any",
             "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant",
              "content":"{\\"reasoning\\":\\"Nothing failed.\\",\\"verdict\\":\\"no\\",\\"confidence\\":0.9}"}}],
             "usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16}}
            """;

    @Test
    void anObservationFailsWithTheReasonAndIsRepeatedWhenTheProviderIsBack(Cluster cluster) throws Exception {
        String scanner = scanner(cluster.client());
        String session = recorded(cluster);
        Answer started =
                cluster.client().post(SCANNERS + scanner + "/observe/", "{\"session_id\":\"" + session + "\"}");
        assertEquals(202, started.status(), started.toString());

        JsonNode failed = ended(cluster.client(), scanner, "failed");
        String reason = failed.path("error_reason").asText();
        assertEquals("provider_transient:The provider could not be reached.", reason);

        HttpServer provider = provider(cluster.providerPort());
        try {
            String retry =
                    SCANNERS + scanner + "/observations/" + failed.path("id").asText() + "/retry/";
            Answer retried = cluster.client().post(retry, "");
            assertEquals(2, retried.status() / 100, retried.toString());
            ended(cluster.client(), scanner, "succeeded");
        } finally {
            provider.stop(0);
        }
    }

    /** A visit with a full picture of its pages, which is counted once all of it has come in. */
    private static String recorded(Cluster cluster) throws IOException, InterruptedException {
        var sent = new Replay(cluster.address(), LocalStack.TOKEN)
                .send(Path.of("src/test/resources/recordings/js1.jsonl"), Instant.now());
        assertTrue(sent.refusals().isEmpty(), sent.refusals()::toString);
        String recording = "/api/projects/1/session_recordings/" + sent.session();
        await().atMost(Cluster.PATIENCE)
                .until(() -> cluster.client()
                                .get(recording)
                                .body()
                                .path("recording_duration")
                                .asInt()
                        == 8);
        return sent.session();
    }

    private static String scanner(Client client) {
        Answer created = client.post(SCANNERS, """
                        {"name":"asks a provider","scanner_type":"monitor","provider":"openai_compatible","model":"any",
                         "enabled":false,"scanner_config":{"prompt":"Did anything fail?"}}""");
        assertEquals(201, created.status(), created.toString());
        return created.body().path("id").asText();
    }

    private static JsonNode ended(Client client, String scanner, String status) {
        String path = SCANNERS + scanner + "/observations/?status=succeeded,failed,ineligible";
        JsonNode ended = await().atMost(Cluster.PATIENCE)
                .until(
                        () -> client.get(path).body().at("/results/0"),
                        observation -> status.equals(observation.path("status").asText()));
        assertEquals(status, ended.path("status").asText(), ended.toString());
        return ended;
    }

    private static HttpServer provider(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }
}
