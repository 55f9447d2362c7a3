package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.signals.signal.SignalSource;
import dev.sightline.signals.signal.SourceSwitches.Switch;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final ObjectNode NO_EXTRA = JsonNodeFactory.instance.objectNode();

    @ParameterizedTest
    @CsvSource({"true, true, PASS", "true, false, SOURCE_DISABLED", "false, true, NO_CONSENT"})
    void asksForConsentThenForTheSource(boolean consent, boolean enabled, GateDecision expected) {
        SignalSource source = new SignalSource("github", "issue");

        assertEquals(
                expected, Gate.decide(consent, source, NO_EXTRA, pair -> Optional.of(new Switch(enabled, Set.of()))));
    }
}
