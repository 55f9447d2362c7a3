package dev.sightline.observability.capture.otel;

import dev.sightline.capture.CaptureRefused;
import dev.sightline.capture.CaptureRequest;
import dev.sightline.capture.ClientEvent;
import dev.sightline.capture.EventBatch;
import dev.sightline.capture.Payload;
import dev.sightline.capture.ProjectToken;
import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureEndpoint;
import dev.sightline.messaging.EncodedMessage;
import dev.sightline.observability.capture.EventIntake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Takes traces from OpenTelemetry exporters. */
@ApplicationScoped
class OtelEndpoint implements CaptureEndpoint<List<EncodedMessage>> {

    private final EventIntake intake;
    private final CaptureConfig config;

    OtelEndpoint(EventIntake intake, CaptureConfig config) {
        this.intake = intake;
        this.config = config;
    }

    @Override
    public List<EncodedMessage> read(CaptureRequest request, Instant receivedAt) {
        String token = ProjectToken.check(request.bearer());
        List<ClientEvent> events = spans(request).stream()
                .map(span -> ClientEvent.of(SpanEvent.of(span), receivedAt))
                .toList();
        return intake.bounded(new EventBatch(token, events), receivedAt);
    }

    private List<Span> spans(CaptureRequest request) {
        return switch (request.mediaType()) {
            case "application/json" -> JsonSpans.read(Payload.body(request, config.limits()));
            case "application/x-protobuf" -> ProtobufSpans.read(Payload.body(request, config.limits()));
            default ->
                throw CaptureRefused.invalid(
                        "unsupported content type, expected application/x-protobuf or application/json");
        };
    }

    @Override
    public Uni<String> take(List<EncodedMessage> messages) {
        return intake.publish(messages).replaceWith("{}");
    }
}
