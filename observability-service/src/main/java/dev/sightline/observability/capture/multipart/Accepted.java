package dev.sightline.observability.capture.multipart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.messaging.EncodedMessage;
import java.util.List;

/** An event that was put together: what is published, and the parts it was made of. */
record Accepted(List<EncodedMessage> messages, List<Part> parts) {

    String answer() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode accepted = answer.putArray("accepted_parts");
        parts.forEach(part -> part.tell(accepted.addObject()));
        return answer.toString();
    }
}
