package dev.sightline.signals.processing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Required;
import dev.sightline.signals.signal.NewSignal;
import dev.sightline.signals.signal.SignalSource;
import dev.sightline.signals.signal.Violation;

/** A signal that any system may send (spec/signals.md 1.1). */
record EmitSignal(
        @Required String sourceProduct,
        @Required String sourceType,
        @Required String sourceId,
        @Required String description,
        @DefaultTo("0.5") double weight,
        @DefaultTo("{}") ObjectNode extra) {

    /** The signal, well-formed; otherwise a 400 on the first member that is not. */
    NewSignal signal() {
        NewSignal signal =
                new NewSignal(new SignalSource(sourceProduct, sourceType), sourceId, description, weight, extra);
        signal.violation().ifPresent(violation -> {
            throw ApiException.invalid(violation.attr(), code(violation), violation.detail());
        });
        return signal;
    }

    private static String code(Violation violation) {
        return violation.code().equals("invalid") ? "invalid_input" : violation.code();
    }
}
