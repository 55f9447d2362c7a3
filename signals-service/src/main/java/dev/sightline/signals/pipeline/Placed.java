package dev.sightline.signals.pipeline;

import dev.sightline.signals.pipeline.Library.Text;
import java.util.UUID;

/**
 * A signal and where it goes.
 *
 * @param reportId the report it joins or, if it opens one, the identity that one will have
 */
public record Placed(Embedded embedded, Matched matched, UUID reportId) {

    UUID signalId() {
        return embedded.signal().id();
    }

    Text text() {
        return new Text(embedded.signal().source(), embedded.signal().description());
    }
}
