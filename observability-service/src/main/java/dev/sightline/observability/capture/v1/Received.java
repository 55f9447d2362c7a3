package dev.sightline.observability.capture.v1;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.messaging.EncodedMessage;
import java.util.List;

/** A request that was read: what is published, and what its client is told once that is safe. */
record Received(List<EncodedMessage> messages, List<Outcome> outcomes) {

    String answer() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode results = answer.putObject("results");
        outcomes.forEach(outcome -> outcome.tell(results.putObject(outcome.uuid())));
        return answer.toString();
    }
}
