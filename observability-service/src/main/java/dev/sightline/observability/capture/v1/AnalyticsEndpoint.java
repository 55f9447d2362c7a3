package dev.sightline.observability.capture.v1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.capture.CaptureRefused;
import dev.sightline.capture.CaptureRequest;
import dev.sightline.capture.ClientEvent;
import dev.sightline.capture.EventBatch;
import dev.sightline.capture.JsonDocument;
import dev.sightline.capture.Payload;
import dev.sightline.capture.ProjectToken;
import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureEndpoint;
import dev.sightline.capture.edge.RefusalForm;
import dev.sightline.observability.capture.EventIntake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Takes events in the form of version 1. */
@ApplicationScoped
class AnalyticsEndpoint implements CaptureEndpoint<Received> {

    private final EventIntake intake;
    private final CaptureConfig config;

    AnalyticsEndpoint(EventIntake intake, CaptureConfig config) {
        this.intake = intake;
        this.config = config;
    }

    @Override
    public Received read(CaptureRequest request, Instant receivedAt) {
        String token = ProjectToken.check(request.bearer());
        EventForm form = new EventForm(Sender.of(request.headers()), receivedAt);
        List<Outcome> outcomes = StreamSupport.stream(batch(request).spliterator(), false)
                .map(form::read)
                .toList();
        List<ClientEvent> taken =
                outcomes.stream().map(Outcome::taken).flatMap(Optional::stream).toList();
        return new Received(intake.bounded(new EventBatch(token, taken), receivedAt), outcomes);
    }

    private JsonNode batch(CaptureRequest request) {
        JsonNode batch =
                JsonDocument.read(Payload.body(request, config.limits())).path("batch");
        if (!batch.isArray()) {
            throw CaptureRefused.unreadable("batch is not a list");
        }
        if (batch.isEmpty()) {
            throw CaptureRefused.noEvent();
        }
        return batch;
    }

    @Override
    public Uni<String> take(Received received) {
        return intake.publish(received.messages()).replaceWith(received::answer);
    }

    @Override
    public RefusalForm refusals() {
        return RefusalForm.JSON;
    }
}
