package dev.sightline.observability.capture.multipart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.capture.CaptureRefused;
import java.util.Locale;

/**
 * One part of a body.
 *
 * @param type its content type as sent, null for none
 * @param encoding its content encoding as sent, null for none
 * @param content as sent, still encoded
 */
record Part(String name, String type, String encoding, byte[] content) {

    /** The content type without its parameters, in lower case; empty for none. */
    String mediaType() {
        return type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    /** Writes what the client is told of an accepted part. */
    void tell(ObjectNode answer) {
        answer.put("name", name)
                .put("length", content.length)
                .put("content-type", type)
                .put("content-encoding", encoding);
    }

    CaptureRefused refused(String why) {
        return CaptureRefused.invalid("part '" + name + "' " + why);
    }
}
