package dev.sightline.signals.sourceconfig;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.Patch;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Required;
import dev.sightline.signals.signal.SignalSource;

/** Bodies that the routes of source configurations take. */
final class SourceConfigRequests {

    private SourceConfigRequests() {}

    /** A whole configuration, to make one or to replace one. */
    record Whole(
            @Required String sourceProduct,
            @Required String sourceType,
            @DefaultTo("true") boolean enabled,
            @DefaultTo("{}") ObjectNode config) {

        SignalSource source() {
            return KnownSources.check(new SignalSource(sourceProduct, sourceType));
        }
    }

    /** The members of a configuration that are to change. */
    record Change(
            Patch<String> sourceProduct, Patch<String> sourceType, Patch<Boolean> enabled, Patch<ObjectNode> config) {}
}
