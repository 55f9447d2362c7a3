package dev.sightline.vision.analysis.local;

import static dev.sightline.vision.analysis.local.Asked.scorer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.analysis.ModelOutput;
import dev.sightline.vision.analysis.ScannerConfig.Scale;
import org.junit.jupiter.api.Test;

class LocalScorerTest {

    private static final Scale TEN = new Scale(0, 10, null);
    private static final DemoSession SMOOTH = DemoSession.of("signup-completed");
    private static final DemoSession ROUGH = DemoSession.of("payment-fails-thrice");
    private static final DemoSession COUPON = DemoSession.of("dead-coupon-buys-anyway");

    @Test
    void frictionGrowsWithTrouble() {
        String prompt = "How frustrating was the visit?";

        assertEquals(0, scorer(SMOOTH, prompt, TEN).score());
        assertTrue(scorer(COUPON, prompt, TEN).score() > 4);
        assertTrue(
                scorer(ROUGH, prompt, TEN).score() > scorer(COUPON, prompt, TEN).score());
    }

    @Test
    void easeIsTheOtherWayRound() {
        assertEquals(10, scorer(SMOOTH, "Rate the overall experience", TEN).score());
        assertTrue(scorer(ROUGH, "Rate the overall experience", TEN).score() < 3);
    }

    @Test
    void whatThePromptSaysOfTheMaximumDecides() {
        String prompt = "Rate frustration. 1 = very frustrated, 5 = delighted";

        assertEquals(5, scorer(SMOOTH, prompt, new Scale(1, 5, null)).score());
    }

    @Test
    void theLabelDecidesBeforeThePrompt() {
        ModelOutput.Scorer output = scorer(SMOOTH, "Rate the experience", new Scale(0, 1, "Friction"));

        assertEquals(0, output.score());
        assertEquals("Friction", output.label());
    }

    @Test
    void engagementAndIntentAreMeasured() {
        Scale part = new Scale(0, 1, null);

        assertEquals(
                1, scorer(SMOOTH, "How high is the intent to convert?", part).score());
        assertTrue(scorer(COUPON, "How engaged is the visitor?", part).score()
                > scorer(DemoSession.of("bounce"), "How engaged is the visitor?", part)
                        .score());
    }

    @Test
    void whatCannotBeMeasuredIsTheMiddleOfLowConfidence() {
        ModelOutput.Scorer output = scorer(SMOOTH, "How blue is it?", new Scale(-10, 10, null));

        assertEquals(0, output.score());
        assertEquals(0.2, output.confidence());
        assertTrue(output.reasoning().contains("local"), output::reasoning);
    }
}
