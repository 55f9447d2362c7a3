package dev.sightline.vision;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A server that speaks as providers do. Tests tell it what to say over its admin port, each for a model of its own. */
public class ProviderDouble implements QuarkusTestResourceLifecycleManager {

    private final WireMockServer server = new WireMockServer(wireMockConfig()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .asynchronousResponseEnabled(true)
            .asynchronousResponseThreads(4));

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of(
                "test.provider.port", String.valueOf(server.port()),
                "sightline.models.allow-private-addresses", "true",
                "sightline.vision.conversation.pause", "10ms",
                // Sessions that were recorded once for the tests must not expire.
                "sightline.vision.recording.retention-days", "36500",
                "sightline.vision.providers.openai-compatible.base-url", server.baseUrl() + "/v1",
                "sightline.vision.providers.anthropic.base-url", server.baseUrl() + "/v1",
                "sightline.vision.providers.anthropic.api-key", "sk-ant-secret",
                "sightline.vision.providers.openai.base-url", server.baseUrl() + "/v1",
                "sightline.vision.providers.openai.api-key", "sk-secret",
                "sightline.vision.providers.openai.models", "gpt-listed");
    }

    @Override
    public void stop() {
        server.stop();
    }
}
