package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.signals.signal.SignalSource;
import dev.sightline.signals.signal.SourceRule;
import dev.sightline.signals.signal.SourceSwitches;
import java.util.Optional;
import java.util.function.Function;

/** The first stage: consent, then the source's switch (spec/signals.md 1.3). Whoever is stopped here is not told. */
public final class Gate {

    private Gate() {}

    /**
     * Whether a signal of a source may enter.
     *
     * @param switches see {@link SourceRule#allows}
     */
    public static GateDecision decide(
            boolean consent,
            SignalSource source,
            JsonNode extra,
            Function<SignalSource, Optional<SourceSwitches.Switch>> switches) {
        if (!consent) {
            return GateDecision.NO_CONSENT;
        }
        return SourceRule.allows(source, extra, switches) ? GateDecision.PASS : GateDecision.SOURCE_DISABLED;
    }
}
