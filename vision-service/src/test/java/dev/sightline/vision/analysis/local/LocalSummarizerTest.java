package dev.sightline.vision.analysis.local;

import static dev.sightline.vision.analysis.local.Asked.summarizer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.analysis.ModelOutput;
import dev.sightline.vision.analysis.ScannerConfig.Length;
import dev.sightline.vision.analysis.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LocalSummarizerTest {

    static Stream<Arguments> all() {
        return DemoSession.all().stream()
                .flatMap(session -> Arrays.stream(Length.values()).map(length -> Arguments.of(session, length)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySessionGetsAWholeSummary(DemoSession session, Length length) {
        ModelOutput.Summarizer output = summarizer(session, length);

        assertTrue(output.title().length() <= 120, output::title);
        assertTrue(output.summary().contains("local rules"), output::summary);
        assertTrue(output.summarySegments().stream().anyMatch(Segment.Chip.class::isInstance), output::summary);
        assertTrue(output.keywords().size() >= 5 && output.keywords().size() <= 15, () -> "" + output.keywords());
        assertTrue(output.intent().endsWith(".") && output.outcome().endsWith("."));
        assertEquals(length == Length.LONG ? 4 : 1, output.summary().split("\n\n").length);
    }

    @Test
    void tellsTroubleFirst() {
        ModelOutput.Summarizer output = summarizer(DemoSession.of("dead-coupon-buys-anyway"), Length.SHORT);

        assertEquals(
                "Visitor clicked button \"Apply coupon\" on /cart in a rage, 6 clicks, completed anyway",
                output.title());
        assertEquals("To buy something.", output.intent());
        assertEquals("The visitor reached a goal (order completed), in spite of trouble.", output.outcome());
        assertEquals(
                List.of(
                        "clicked button \"apply coupon\" on /cart in a rage, 6 clicks",
                        "got no answer from button \"apply coupon\" on /cart, 6 clicks"),
                output.frictionPoints());
        assertEquals(
                "The visitor opened /, /product/linen-towel, /cart, /checkout, /confirmation."
                        + " The visitor clicked button \"Apply coupon\" on /cart in a rage, 6 clicks; in the end the"
                        + " visitor reached a goal (order completed) (judged by local rules, without a language model).",
                output.summary());
    }

    @Test
    void readsAsASentence() {
        assertEquals(
                "Visitor opened 4 pages to look at products",
                summarizer(DemoSession.of("browse-only"), Length.SHORT).title());
        assertEquals(
                "Visitor opened 1 page to find help",
                summarizer(DemoSession.of("help-reading"), Length.SHORT).title());
        assertTrue(summarizer(DemoSession.of("smooth-checkout-returning"), Length.LONG)
                .summary()
                .contains("/checkout and 1 more page."));
        assertTrue(summarizer(DemoSession.of("bounce"), Length.LONG).summary().contains("The visitor clicked once."));
    }
}
