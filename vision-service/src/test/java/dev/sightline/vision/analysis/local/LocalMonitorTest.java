package dev.sightline.vision.analysis.local;

import static dev.sightline.vision.analysis.local.Asked.monitor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.analysis.ModelOutput;
import dev.sightline.vision.analysis.Segment;
import dev.sightline.vision.analysis.Verdict;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LocalMonitorTest {

    private static final Map<String, String> PROMPTS = Map.of(
            "rage_click", "Did the visitor rage click anywhere?",
            "dead_click", "Look for dead clicks: does a click do nothing at all?",
            "js_error", "Did a JavaScript error or an exception occur?",
            "failed_request", "Did any API request fail?",
            "form_abandoned", "Did the visitor start a form and abandon it without submitting?",
            "back_and_forth", "Did the visitor go back and forth between the same pages?",
            "idle", "Was the visitor idle for a long time?",
            "completed", "Did the visitor complete an order or sign up?");

    static Stream<Arguments> questions() {
        return DemoSession.all().stream()
                .flatMap(session -> PROMPTS.keySet().stream().map(behaviour -> Arguments.of(session, behaviour)));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersWhatTheVisitShows(DemoSession session, String behaviour) {
        ModelOutput.Monitor output = monitor(session, PROMPTS.get(behaviour));

        boolean shown = session.expected().contains(behaviour);
        assertEquals(shown ? Verdict.YES : Verdict.NO, output.verdict(), output::reasoning);
        assertTrue(output.reasoning().contains("local"), output::reasoning);
        assertEquals(shown, output.reasoningSegments().stream().anyMatch(Segment.Chip.class::isInstance));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "payment-fails-once    | Did the visitor have trouble paying?                          | YES",
                "payment-fails-thrice  | Did the payment fail?                                         | YES",
                "smooth-checkout-guest | Did the visitor have trouble paying?                          | NO",
                "dead-coupon-leaves    | Did anything go wrong with the coupon?  Was it broken?        | YES",
                "kettle-error-leaves   | Did an error occur in \"Add to basket\"?                      | YES",
                "kettle-error-leaves   | Did an error occur on /help?                                  | NO",
                "payment-fails-once    | Did the visitor leave without buying?                         | YES",
                "smooth-checkout-guest | Did the visitor leave without buying?                         | NO",
                "signup-abandoned      | Did the visitor abandon sign up?                              | YES",
                "signup-completed      | Was it a smooth visit without problems?                       | YES",
                "dead-coupon-leaves    | Was the visitor frustrated?                                   | YES",
                "help-reading          | Was the visitor frustrated?                                   | NO",
                "dead-coupon-leaves    | Did an error occur? Ignore rage clicks and dead buttons.      | NO",
                "help-reading          | Did the visitor read the help page?                           | YES",
                "kettle-error-leaves   | Did anything break?                                           | YES",
                "payment-fails-once    | Did anything go wrong?                                        | YES",
                "smooth-checkout-guest | Did anything break or go wrong?                               | NO",
                "slow-orders           | Did the visitor give up on the checkout?                      | NO",
                "dead-coupon-leaves    | Did the visitor give up on the checkout?                      | YES",
                "smooth-checkout-returning | Was anything slow?                                        | YES",
            })
    void readsPrompts(String scenario, String prompt, Verdict verdict) {
        ModelOutput.Monitor output = monitor(DemoSession.of(scenario), prompt);

        assertEquals(verdict, output.verdict(), output::reasoning);
    }

    @Test
    void twoKindsOfEvidenceAreSurerThanOne() {
        ModelOutput.Monitor rageOnDead = monitor(DemoSession.of("dead-coupon-leaves"), "Was the visitor frustrated?");
        ModelOutput.Monitor deadOnly = monitor(DemoSession.of("dead-size-guide"), "Was the visitor frustrated?");

        assertEquals(0.9, rageOnDead.confidence());
        assertEquals(0.8, deadOnly.confidence());
    }

    @Test
    void whatCannotBeJudgedIsInconclusiveWhereAllowed() {
        DemoSession session = DemoSession.of("help-reading");
        String prompt = "Does the page use our new brand colours?";

        assertEquals(
                Verdict.INCONCLUSIVE, Asked.inconclusiveMonitor(session, prompt).verdict());
        assertEquals(Verdict.NO, monitor(session, prompt).verdict());
        assertEquals(0.2, monitor(session, prompt).confidence());
    }

    @Test
    void whatTheSessionNeverCameToIsSaidSo() {
        DemoSession session = DemoSession.of("help-reading");
        String prompt = "Did an error occur while the visitor was paying?";

        ModelOutput.Monitor output = Asked.inconclusiveMonitor(session, prompt);

        assertEquals(Verdict.INCONCLUSIVE, output.verdict());
        assertEquals(0.3, output.confidence());
        assertTrue(output.reasoning().contains("never comes to"), output::reasoning);
    }
}
