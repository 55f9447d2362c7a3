package dev.sightline.vision.analysis.local;

import static dev.sightline.vision.analysis.timeline.Story.button;
import static dev.sightline.vision.analysis.timeline.Story.element;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.vision.analysis.Analysis;
import dev.sightline.vision.analysis.Finding;
import dev.sightline.vision.analysis.ObservedSession;
import dev.sightline.vision.analysis.ScannerConfig;
import dev.sightline.vision.analysis.ScannerConfig.Length;
import dev.sightline.vision.analysis.ScannerConfig.Scale;
import dev.sightline.vision.analysis.timeline.Story;
import dev.sightline.vision.analysis.timeline.Timeline;
import dev.sightline.vision.recording.SessionCounters;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions no visitor would make are judged all the same: soon, whole, and within the recording. */
class HostileAnalysisTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static final List<ScannerConfig> ALL = List.of(
            new ScannerConfig.Monitor("Was the visitor frustrated by errors, dead clicks or failed requests?", true),
            new ScannerConfig.Classifier("p", List.of("Technical problem", "Smooth", "Other"), true, true),
            new ScannerConfig.Scorer("How much friction?", new Scale(0, 10, null)),
            new ScannerConfig.Summarizer("What happened?", Length.LONG));

    static Stream<Arguments> sessions() {
        return Stream.of(
                Arguments.of("nothing", Story.begin().end()),
                Arguments.of("a hundred thousand clicks", clicks()),
                Arguments.of("a flood of errors and failed requests", troubles()),
                Arguments.of("a page within itself", cycle()),
                Arguments.of("clocks that run backwards", backwards()),
                Arguments.of("a word without an end", endless()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void everyAnalystAnswersSoonAndWithinTheRecording(String name, Timeline timeline) {
        ObservedSession session = new ObservedSession("shop", SessionCounters.NONE, timeline);
        for (ScannerConfig config : ALL) {
            Analysis analysis = assertTimeout(SOON, () -> Asked.of(config, session));

            assertEquals(config.type(), Asked.type(analysis.output()));
            assertTrue(analysis.output().confidence() >= 0 && analysis.output().confidence() <= 1);
            analysis.findings().forEach(finding -> assertWithin(finding, timeline));
        }
    }

    private static void assertWithin(Finding finding, Timeline timeline) {
        assertTrue(finding.startTime() >= 0 && finding.endTime() >= finding.startTime(), finding::toString);
        assertTrue(finding.endTime() <= timeline.durationMs() / 1000 + 1, finding::toString);
        assertTrue(finding.description().length() < 2_000, finding::toString);
    }

    private static Timeline clicks() {
        Story story = Story.begin().snapshot(1, button(20, "Pay"));
        for (int i = 0; i < 100_000; i++) {
            story.click(i / 2, 20);
        }
        return story.end();
    }

    private static Timeline troubles() {
        Story story = Story.begin().page(0, "https://shop.test/").snapshot(1, button(20, "Pay"));
        for (int i = 0; i < 3_000; i++) {
            story.click(i * 10, 20)
                    .error(i * 10 + 1, "TypeError: number " + i + " is not a function")
                    .request(
                            i * 10 + 2,
                            "'name':'https://shop.test/api/" + i + "','initiatorType':'fetch','responseStatus':500,"
                                    + "'startTime':1,'duration':5000");
        }
        return story.end();
    }

    private static Timeline cycle() {
        String cycle = "'adds':[{'parentId':7,'node':" + element(5, "div", "", element(7, "div", ""))
                + "},{'parentId':5,'node':" + element(7, "div", "") + "}]";
        return Story.begin()
                .snapshot(1, element(7, "div", ""))
                .mutation(2, cycle)
                .click(500, 7)
                .click(600, 5)
                .end();
    }

    private static Timeline backwards() {
        return Story.begin()
                .page(50_000, "https://shop.test/")
                .snapshot(40_000, button(20, "Pay"))
                .click(30_000, 20)
                .click(-90_000, 20)
                .error(-5_000, "early")
                .event(-1_000_000_000L, "order completed", "")
                .event(9_000_000_000L, "order completed", "")
                .end();
    }

    private static Timeline endless() {
        String word = "a".repeat(200_000);
        return Story.begin()
                .page(0, "https://shop.test/" + word)
                .snapshot(1, button(20, word))
                .click(1_000, 20)
                .click(1_100, 20)
                .click(1_200, 20)
                .error(1_300, word + "Error: " + word)
                .event(2_000, word, "")
                .move(30_000)
                .end();
    }
}
