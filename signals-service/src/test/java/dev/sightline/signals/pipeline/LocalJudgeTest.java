package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.json.Json;
import dev.sightline.signals.signal.SignalSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalJudgeTest {

    private final LocalJudge judge =
            new LocalJudge(Clock.fixed(Signals.NOON.plus(Duration.ofHours(1)), ZoneOffset.UTC));

    @Test
    void theCommonestTitleNamesTheReport() {
        Judgement judgement = judge(
                Signals.finding("Dead click on 'Pay' at /checkout/payment", "It did not react."),
                Signals.finding("Rage clicks on 'Pay' at /checkout/payment", "Six clicks."),
                Signals.finding("Rage clicks on 'Pay' at /checkout/payment", "Nine clicks."));

        assertEquals(
                "fix(checkout): Rage clicks on 'Pay' at /checkout/payment",
                judgement.presentation().title());
        assertTrue(judgement.presentation().summary().contains("Seen 3 times"));
        assertTrue(judgement.presentation().summary().contains("Nine clicks."));
        assertTrue(judgement.presentation().summary().contains("no language model configured"));
        assertEquals(
                "{\"explanation\":\"%s\",\"actionability\":\"immediately_actionable\",\"already_addressed\":false}"
                        .formatted(judgement.actionability().explanation().replace("\"", "\\\"")),
                judgement.actionabilityArtefact().toString());
    }

    @Test
    void titlesHaveAtMost96Characters() {
        String title = judge(Signals.finding("Word ".repeat(60) + "at /cart", "Body"))
                .presentation()
                .title();

        assertTrue(title.length() <= 96, title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Broken                            | NOT_ACTIONABLE
                    It is bad                         | NOT_ACTIONABLE
                    I would like to pay in three monthly parts, please | REQUIRES_HUMAN_INPUT
                    NullPointerException in Mapper    | IMMEDIATELY_ACTIONABLE
                    Slow page at /orders              | IMMEDIATELY_ACTIONABLE
                    """)
    void whatNamesAPlaceCanBeActedOn(String description, Actionability expected) {
        Judgement judgement = judge(Signals.finding(description, ""));

        assertEquals(expected, judgement.actionability().choice());
        assertEquals(
                expected == Actionability.NOT_ACTIONABLE, judgement.priority().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "problem_type, crash,         1, P2",
        "problem_type, crash,         3, P1",
        "problem_type, ux_friction,   1, P4",
        "problem_type, bug,           1, P3",
        "problem_type, bug,           3, P2",
        "severity,     P0,            1, P0",
        "level,        fatal,         1, P0",
        "priority,     high,          2, P2"
    })
    void priorityFollowsSeverityAndSpread(String member, String value, int times, Priority expected) {
        List<Signal> signals =
                IntStream.range(0, times).mapToObj(i -> with(member, value)).toList();

        assertEquals(
                expected,
                judge.judge(Evidence.of("T", signals))
                        .await()
                        .indefinitely()
                        .priority()
                        .orElseThrow()
                        .choice());
    }

    @Test
    void aReportWithoutSignalsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Evidence.of("T", List.of()));
    }

    private Judgement judge(Signal... signals) {
        return judge.judge(Evidence.of("Title", List.of(signals))).await().indefinitely();
    }

    private static Signal with(String member, String value) {
        UUID id = UUID.randomUUID();
        return new Signal(
                id,
                new SignalSource("replay_vision", "scanner_finding"),
                id.toString(),
                "Something at /cart",
                0.5,
                Json.mapper().createObjectNode().put(member, value),
                Signals.NOON);
    }
}
