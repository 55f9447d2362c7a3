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
import java.util.UUID;

/** Answers which flags are on: none. With {@code config=true} the remote config comes along, as older SDKs ask. */
@ApplicationScoped
class FlagsEndpoint implements CaptureEndpoint<ObjectNode> {

    private final Directory directory;
    private final CaptureConfig config;
    private final RemoteConfig remote;

    FlagsEndpoint(Directory directory, CaptureConfig config, RemoteConfig remote) {
        this.directory = directory;
        this.config = config;
        this.remote = remote;
    }

    @Override
    public ObjectNode read(CaptureRequest request, Instant receivedAt) {
        String token = TokenReader.read(request, config.limits());
        ObjectNode answer = Json.mapper().createObjectNode();
        if ("true".equals(request.query().get("config"))
                && directory.projectByCaptureToken(token).isPresent()) {
            answer.setAll(remote.of(token));
        }
        answer.put("errorsWhileComputingFlags", false);
        answer.putObject("flags");
        answer.put("requestId", UUID.randomUUID().toString());
        answer.put("evaluatedAt", receivedAt.toEpochMilli());
        return answer;
    }

    @Override
    public Uni<String> take(ObjectNode answer) {
        return Uni.createFrom().item(answer.toString());
    }
}
