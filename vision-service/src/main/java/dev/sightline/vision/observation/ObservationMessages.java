package dev.sightline.vision.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Person;
import dev.sightline.event.EventCaptured;
import dev.sightline.event.ObservationCompleted;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.vision.observation.ObservationState.Ended;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the end of an observation tells the others (spec/vision.md 17, 18). */
@ApplicationScoped
class ObservationMessages {

    private final Directory directory;

    ObservationMessages(Directory directory) {
        this.directory = directory;
    }

    List<OutboxMessage> of(Ended ended, Instant now) {
        StoredObservation row = ended.row();
        Outcome outcome = ended.outcome();
        List<OutboxMessage> messages = new ArrayList<>();
        messages.add(OutboxMessage.of(row.projectId() + ":" + row.scannerId(), completed(row, outcome, now)));
        if (outcome instanceof Outcome.Succeeded success) {
            success.signals().forEach(s -> messages.add(OutboxMessage.of(s.signalId(), "" + s.projectId(), s)));
            EventCaptured observed = observed(row, success, now);
            messages.add(OutboxMessage.of(observed.uuid(), row.projectId() + ":" + observed.distinctId(), observed));
        }
        return messages;
    }

    private static ObservationCompleted completed(StoredObservation row, Outcome outcome, Instant now) {
        Optional<Outcome.Succeeded> success =
                outcome instanceof Outcome.Succeeded succeeded ? Optional.of(succeeded) : Optional.empty();
        ScannerSnapshot scanner = Optional.ofNullable(row.snapshot()).orElse(ScannerSnapshot.UNREADABLE);
        return new ObservationCompleted(
                row.projectId(),
                row.id(),
                row.scannerId(),
                scanner.name(),
                scanner.scannerType(),
                scanner.scannerVersion(),
                row.sessionId(),
                outcome.status().wire(),
                outcome.errorReason(),
                row.trigger().kind(),
                row.trigger().userId(),
                scanner.provider(),
                scanner.model(),
                scanner.emitsSignals(),
                success.map(s -> s.signals().size()).orElse(0),
                success.map(Outcome.Succeeded::modelOutput).orElse(null),
                now);
    }

    private EventCaptured observed(StoredObservation row, Outcome.Succeeded success, Instant now) {
        String distinctId = Optional.ofNullable(row.trigger().userId())
                .flatMap(directory::person)
                .map(Person::distinctId)
                .orElse("replay-vision:" + row.projectId());
        return new EventCaptured(
                row.projectId(), row.id(), "$recording_observed", distinctId, now, now, properties(row, success));
    }

    private static ObjectNode properties(StoredObservation row, Outcome.Succeeded success) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties
                .put("$insert_id", row.id().toString())
                .put("$process_person_profile", false)
                .put("scanner_id", row.scannerId().toString())
                .put("session_id", row.sessionId())
                .put("triggered_by", row.trigger().kind())
                .put("triggered_by_user_id", row.trigger().userId());
        scanner(properties, row.snapshot());
        for (var member : success.modelOutput().properties()) {
            output(properties, member.getKey(), member.getValue());
        }
        return properties;
    }

    private static void scanner(ObjectNode properties, ScannerSnapshot scanner) {
        properties
                .put("scanner_name", scanner.name())
                .put("scanner_type", scanner.scannerType())
                .put("scanner_version", scanner.scannerVersion())
                .put("model_used", scanner.model())
                .put("provider_used", scanner.provider())
                .put("emits_signals", scanner.emitsSignals());
    }

    private static void output(ObjectNode properties, String name, JsonNode value) {
        if (!name.equals("scanner_type")) {
            properties.set("scanner_output_" + name, value);
        }
    }
}
