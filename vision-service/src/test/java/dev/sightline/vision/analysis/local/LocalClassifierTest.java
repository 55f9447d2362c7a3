package dev.sightline.vision.analysis.local;

import static dev.sightline.vision.analysis.local.Asked.classifier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.analysis.ModelOutput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalClassifierTest {

    private static final String[] TAGS = {"Purchase", "Technical problem", "Abandoned form", "Just browsing", "Other"};

    @ParameterizedTest
    @CsvSource({
        "smooth-checkout-guest, Purchase",
        "kettle-error-leaves, Technical problem",
        "payment-fails-once, Technical problem",
        "dead-coupon-leaves, Technical problem",
        "signup-abandoned, Abandoned form",
        "browse-only, Just browsing",
        "help-reading, Other"
    })
    void choosesTheTagTheVisitShows(String scenario, String tag) {
        ModelOutput.Classifier output = classifier(DemoSession.of(scenario), false, false, TAGS);

        assertEquals(List.of(tag), output.tags(), output::reasoning);
        assertTrue(output.reasoning().contains("local"), output::reasoning);
    }

    @Test
    void choosesAllThatFitWhereAllowed() {
        ModelOutput.Classifier output = classifier(DemoSession.of("dead-coupon-buys-anyway"), true, false, TAGS);

        assertEquals(List.of("Purchase", "Technical problem"), output.tags(), output::reasoning);
    }

    @Test
    void takesTheFirstAndSaysSoWhereNothingFits() {
        ModelOutput.Classifier output = classifier(DemoSession.of("help-reading"), true, false, "Vip", "Trial");

        assertEquals(List.of("Vip"), output.tags());
        assertEquals(0.1, output.confidence());
        assertTrue(output.reasoning().contains("None of the tags"), output::reasoning);
    }

    @Test
    void addsWhatNoTagSpeaksOf() {
        ModelOutput.Classifier output = classifier(DemoSession.of("dead-coupon-buys-anyway"), true, true, "Purchase");

        assertEquals(List.of("rage_clicks", "dead_clicks"), output.tagsFreeform());
    }
}
