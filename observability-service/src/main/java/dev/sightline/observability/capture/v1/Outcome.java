package dev.sightline.observability.capture.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.capture.ClientEvent;
import java.util.Optional;

/** What became of one event of a request. */
sealed interface Outcome {

    /** As the client sent it: the key of its answer. */
    String uuid();

    /** The event to publish, if it is taken. */
    Optional<ClientEvent> taken();

    /** Writes what the client is told. */
    void tell(ObjectNode answer);

    /** It keeps every rule. */
    record Taken(String uuid, ClientEvent event) implements Outcome {

        @Override
        public Optional<ClientEvent> taken() {
            return Optional.of(event);
        }

        @Override
        public void tell(ObjectNode answer) {
            answer.put("result", "ok").putNull("details");
        }
    }

    /** It breaks a rule; sending it again would not help. */
    record Refused(String uuid, String reason) implements Outcome {

        @Override
        public Optional<ClientEvent> taken() {
            return Optional.empty();
        }

        @Override
        public void tell(ObjectNode answer) {
            answer.put("result", "drop").put("details", reason);
        }
    }
}
