package dev.sightline.observability.capture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.auth.Directory;
import dev.sightline.capture.CaptureRequest;
import dev.sightline.capture.TokenReader;
import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureEndpoint;
import dev.sightline.json.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The question of posthog-js before 1.300: remote config and flags in one, in the old shape (spec/platform.md B.4). */
@ApplicationScoped
class DecideEndpoint implements CaptureEndpoint<ObjectNode> {

    private final Directory directory;
    private final CaptureConfig config;
    private final RemoteConfig remote;

    DecideEndpoint(Directory directory, CaptureConfig config, RemoteConfig remote) {
        this.directory = directory;
        this.config = config;
        this.remote = remote;
    }

    @Override
    public ObjectNode read(CaptureRequest request, Instant receivedAt) {
        String token = TokenReader.read(request, config.limits());
        ObjectNode answer = Json.mapper().createObjectNode();
        if (directory.projectByCaptureToken(token).isPresent()) {
            answer.setAll(remote.of(token));
        } else {
            answer.put("sessionRecording", false);
        }
        answer.putObject("config").put("enable_collect_everything", true);
        answer.putObject("featureFlags");
        answer.putObject("featureFlagPayloads");
        answer.put("errorsWhileComputingFlags", false);
        answer.putObject("toolbarParams");
        answer.put("isAuthenticated", false);
        return answer;
    }

    @Override
    public Uni<String> take(ObjectNode answer) {
        return Uni.createFrom().item(answer.toString());
    }
}
