package dev.sightline.vision.analysis.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.analysis.Finding;
import dev.sightline.vision.analysis.ProblemType;
import dev.sightline.vision.analysis.ScannerConfig;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefectsTest {

    private static List<Finding> worth(String scenario) {
        ScannerConfig config = new ScannerConfig.Monitor("Did an error occur?", false);
        return Asked.of(config, DemoSession.of(scenario).observed()).findings().stream()
                .filter(Finding::worthASignal)
                .toList();
    }

    @Test
    void anErrorIsToldWithItsElementPageAndType() {
        Finding finding = worth("kettle-error-leaves").get(0);

        assertEquals("""
                TypeError when clicking button "Add to basket" on /product/enamel-kettle
                Clicking button "Add to basket" on /product/enamel-kettle fails with "TypeError: Cannot read properties \
                of undefined (reading 'depot')", and what the click was for does not happen.""", finding.description());
        assertEquals(ProblemType.BUG, finding.problemType());
        assertEquals("http://shop.example/product/enamel-kettle", finding.url());
        assertEquals(13, finding.startTime());
        assertEquals(14, finding.endTime());
    }

    @ParameterizedTest
    @CsvSource({
        "kettle-error-leaves, kettle-error-asks-help",
        "payment-fails-once, payment-fails-thrice",
        "dead-coupon-leaves, dead-coupon-buys-anyway"
    })
    void theSameDefectReadsTheSameInAnotherSession(String one, String other) {
        assertFalse(worth(one).isEmpty());
        assertEquals(descriptions(one), descriptions(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smooth-checkout-guest",
                "signup-completed",
                "browse-only",
                "help-reading",
                "idle-on-product",
                "back-and-forth",
                "search-no-results",
                "signup-abandoned",
                "bounce"
            })
    void whatIsNoDefectIsWorthNoSignal(String scenario) {
        assertEquals(List.of(), worth(scenario));
    }

    @Test
    void aBrokenLinkAndADeadLinkAreDefects() {
        assertTrue(descriptions("broken-link").toString().contains("/help/returns-form answers 404"));
        assertTrue(descriptions("dead-size-guide")
                .toString()
                .contains("Link \"Size guide\" on /product/oak-tray does nothing"));
    }

    @Test
    void timesAreWholeAndInOrder() {
        for (DemoSession session : DemoSession.all()) {
            worth(session.scenario()).forEach(finding -> {
                assertTrue(finding.endTime() >= finding.startTime());
                assertTrue(finding.confidence() <= 1);
            });
        }
    }

    private static Set<String> descriptions(String scenario) {
        return worth(scenario).stream().map(Finding::description).collect(Collectors.toSet());
    }
}
