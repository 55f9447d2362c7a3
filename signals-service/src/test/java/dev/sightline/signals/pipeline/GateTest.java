package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.signals.signal.SignalSource;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    @ParameterizedTest
    @CsvSource({"true, true, PASS", "true, false, SOURCE_DISABLED", "false, true, NO_CONSENT"})
    void asksForConsentThenForTheSource(boolean consent, boolean enabled, GateDecision expected) {
        SignalSource source = new SignalSource("github", "issue");

        assertEquals(expected, Gate.decide(consent, source, pair -> Optional.of(enabled)));
    }
}
