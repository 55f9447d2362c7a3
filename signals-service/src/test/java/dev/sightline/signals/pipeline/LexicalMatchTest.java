package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.model.local.LexicalEmbedder;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.MatchDecision.Opening;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexicalMatchTest {

    @Test
    void twoSessionsWithTheSameDefectShareAReport() {
        List<UUID> reports = group(
                Signals.finding(
                        "Rage clicks on 'Apply coupon' at /cart",
                        "The visitor clicked 'Apply coupon' 7 times within 2 seconds. Nothing changed afterwards."),
                Signals.finding(
                        "Rage clicks on 'Apply coupon' at /cart",
                        "At 00:41 'Apply coupon' was clicked 4 times in quick succession without any request."));

        assertEquals(reports.get(0), reports.get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Rage clicks on 'Apply coupon' at /cart            | Rage clicks on 'Checkout' at /cart
                    Rage clicks on 'Apply coupon' at /cart            | Rage clicks on 'Apply coupon' at /checkout
                    Dead click on 'Save' at /account                  | Dead click on 'Save' at /account/addresses
                    Failed request GET /api/prices (500) at /cart     | Failed request GET /api/stock (500) at /cart
                    TypeError: x is not a function at /cart           | RangeError: x is not a function at /cart
                    TypeError: undefined (reading 'price') at /cart   | TypeError: undefined (reading 'total') at /cart
                    Slow page at /reports                             | Slow page at /settings
                    """)
    void anotherElementPageEndpointOrErrorIsAnotherReport(String one, String other) {
        String body = "The same words follow in both of the findings, the visitor gave up after some seconds.";

        List<UUID> reports = group(Signals.finding(one, body), Signals.finding(other, body));

        assertNotEquals(reports.get(0), reports.get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Dead click on 'Add to wishlist' at /products/oak-table | Dead click on 'Add to wishlist' at /products/7
                    Failed request GET /api/stock (504) at /products/desk  | Failed request GET /api/stock (504) at /cart
                    Rage clicks on 'Save' at /account                      | Dead click on 'Save' at /account/
                    """)
    void thePartOfAPathThatNamesAThingDoesNotSeparate(String one, String other) {
        List<UUID> reports = group(Signals.finding(one, "It did not react."), Signals.finding(other, "It stayed."));

        assertEquals(reports.get(0), reports.get(1));
    }

    @Test
    void templatedFindingsOfManyElementsNeverMix() {
        List<Signal> signals = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int session = 0; session < 3; session++) {
            for (String page : List.of("/cart", "/checkout", "/account", "/search", "/orders")) {
                for (String label : List.of("Save", "Close", "Next", "Apply", "Delete", "Show more")) {
                    groups.add(page + label);
                    signals.add(Signals.finding(
                            "Rage clicks on '" + label + "' at " + page,
                            "The visitor clicked '" + label + "' " + (4 + session) + " times within 2 seconds."));
                }
            }
        }

        ClusterQuality quality = ClusterQuality.of(groups, SerialGrouping.reports(signals, LexicalMatch.FARTHEST));

        assertEquals(1, quality.homogeneity(), 1e-9, quality::toString);
        assertTrue(quality.completeness() > 0.95, quality::toString);
    }

    @Test
    void findingsOfTheLocalAnalystMixNeitherElementsNorErrors() {
        List<Signal> signals = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (int session = 0; session < 2; session++) {
            for (String page : List.of("/cart", "/checkout", "/account/orders")) {
                for (String label : List.of("Apply coupon", "Pay now", "Show more")) {
                    String element = "button \"" + label + "\" on " + page;
                    groups.add(element);
                    signals.add(Signals.finding(
                            "B" + element.substring(1) + " does nothing when clicked",
                            "Clicks on " + element
                                    + " change nothing on the page, lead nowhere and start no request."));
                }
                for (String property : List.of("price", "total")) {
                    groups.add(property + page);
                    signals.add(Signals.finding(
                            "TypeError on " + page,
                            "The page on " + page + " throws \"TypeError: Cannot read properties of null (reading '"
                                    + property + "')\" without a click that could have caused it."));
                }
                for (String endpoint : List.of("/api/prices", "/api/stock")) {
                    String request = "GET " + endpoint + " answers 500";
                    groups.add(endpoint);
                    signals.add(Signals.finding(
                            request + " on " + page,
                            "The page on " + page + " asks for something and fails to get it: " + request + "."));
                }
            }
        }

        ClusterQuality quality = ClusterQuality.of(groups, SerialGrouping.reports(signals, LexicalMatch.FARTHEST));

        assertEquals(1, quality.homogeneity(), 1e-9, quality::toString);
        assertEquals(1, quality.completeness(), 1e-9, quality::toString);
    }

    @Test
    void whatTheSourceKnowsAsOneThingIsOneReport() {
        List<UUID> reports = group(
                Signals.error("f1", "TypeError: price is undefined"),
                Signals.error("f1", "Spiking: 40 times as often"));

        assertEquals(reports.get(0), reports.get(1));
    }

    @Test
    void decisionsSayWhyAndWhatWasRejected() {
        LiveSignals live = new LiveSignals(1024, 10);
        Embedded first = embed(Signals.finding("Rage clicks on 'Apply coupon' at /cart", "Nothing happened."));
        Embedded other = embed(Signals.finding("Video is silent at /films", "No sound was heard."));
        Embedded again = embed(Signals.finding("Dead click on 'Apply coupon' at /cart", "The cart did not react."));
        UUID report = UUID.randomUUID();
        live.put(first.in(report), first.vector());

        Opening opening = assertInstanceOf(Opening.class, decide(other, live));
        Existing existing = assertInstanceOf(Existing.class, decide(again, live));

        assertEquals(List.of(first.signal().id()), opening.rejectedSignalIds());
        assertEquals("Video is silent at /films", opening.title());
        assertEquals(report, existing.reportId());
        assertEquals(first.signal().id(), existing.parentSignalId());
        assertTrue(existing.reason().startsWith("Decided by lexical distance, no language model configured"));
    }

    @Test
    void textsWithoutWordsOpenReportsOfTheirOwn() {
        List<UUID> reports = group(Signals.finding("!!!", ""), Signals.finding("???", ""), Signals.finding("…", ""));

        assertEquals(3, new HashSet<>(reports).size());
    }

    private static List<UUID> group(Signal... signals) {
        return SerialGrouping.reports(List.of(signals), LexicalMatch.FARTHEST);
    }

    private static Embedded embed(Signal signal) {
        return new Embed(new LexicalEmbedder())
                .embed(List.of(signal))
                .await()
                .indefinitely()
                .get(0);
    }

    private static MatchDecision decide(Embedded signal, LiveSignals live) {
        return new LexicalMatch(live, Absence.NOT_CONFIGURED).decide(signal, Search.nearest(signal.queries(), live));
    }
}
