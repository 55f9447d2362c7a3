package dev.sightline.signals.scout.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.signals.scout.detector.Clue;
import dev.sightline.signals.scout.run.Emitted;
import dev.sightline.signals.scout.run.Severity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final String BY = " Computed by detectors, without a model.";

    private static Clue clue(String description, String why, double confidence) {
        LocalDate day = LocalDate.of(2026, 11, 20);
        Clue.Text text = new Clue.Text(description, why, day, day);
        return new Clue("llm.cost", "x", text, 1, new Clue.Grade(confidence, 0.5, Severity.P3), List.of());
    }

    @Test
    void anEmptyRunSaysSo() {
        assertEquals("Nothing unusual." + BY, new Verdict(List.of(), List.of(), 0).text(true));
        assertEquals(
                "Nothing unusual. The history is out of date and was left aside." + BY,
                new Verdict(List.of(), List.of(), 0).text(false));
    }

    @Test
    void whatBecameOfEachClueIsCounted() {
        List<Clue> clues = List.of(
                clue("A rose.", "Longer prompts.", 0.9),
                clue("B rose.", null, 0.9),
                clue("C rose.", null, 0.9),
                clue("D rose.", null, 0.9),
                clue("E rose.", null, 0.5));
        List<Emitted> emits = List.of(new Emitted("a", true, null), new Emitted("b", false, "scout_emit_disabled"));

        assertEquals(
                "5 unusual: 1 emitted, 1 told before or silenced, 1 not sure enough and noted, 1 over the limit of a run,"
                        + " 1 held back (scout_emit_disabled)." + BY
                        + "\n- A rose. Longer prompts.\n- B rose.\n- C rose.\n- D rose.\n- E rose.",
                new Verdict(clues, emits, 1).text(true));
    }
}
