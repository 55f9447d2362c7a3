package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CondenseTest {

    private static final String LONG = "Cart button dead\n" + "It does nothing. ".repeat(200);
    private static final String GOOD =
            "{\"title\": \"Cart button\\ndead\", \"summary\": \"Nothing happens at /cart.\"}";

    @Test
    void aShortTextStaysAsItIsAndNobodyIsAsked() {
        assertEquals("Short", condensed(ScriptedModel.answering(), "Short"));
    }

    @Test
    void aLongTextBecomesATitleLineAndASummary() {
        ScriptedModel model = ScriptedModel.answering(GOOD);

        assertEquals("Cart button dead\nNothing happens at /cart.", condensed(model, LONG));
        assertEquals(LONG, model.material(0).path("text").textValue());
    }

    @Test
    void aSummaryThatIsTooLongIsAskedForAgain() {
        String tooLong = "{\"title\": \"Cart\", \"summary\": \"" + "x".repeat(2_000) + "\"}";
        ScriptedModel model = ScriptedModel.answering(tooLong, GOOD);

        assertEquals("Cart button dead\nNothing happens at /cart.", condensed(model, LONG));
    }

    @Test
    void aModelThatIsAwayIsAskedThreeTimesThenTheTextIsCut() {
        ScriptedModel model = ScriptedModel.failing(ScriptedModel.AWAY)
                .then(ScriptedModel.AWAY)
                .then(ScriptedModel.AWAY);

        assertEquals(LONG.substring(0, 2_000), condensed(model, LONG));
        assertEquals(List.of("condensed_text", "condensed_text", "condensed_text"), model.questions());
    }

    @Test
    void aModelThatRefusesIsAskedOnce() {
        ScriptedModel model = ScriptedModel.failing(ScriptedModel.REFUSED);

        assertEquals(LONG.substring(0, 2_000), condensed(model, LONG));
        assertEquals(1, model.asked.size());
    }

    @Test
    void withoutAModelTheTextIsCutBetweenCharacters() {
        String cut = Condense.local().of("\uD83D\uDC1E".repeat(5_000)).await().indefinitely();

        assertEquals(2_000, cut.codePointCount(0, cut.length()));
        assertTrue(cut.endsWith("\uD83D\uDC1E"));
    }

    private static String condensed(ScriptedModel model, String text) {
        return new Condense(Optional.of(new Interview(model.choice())), Duration.ofMillis(1))
                .of(text)
                .await()
                .indefinitely();
    }
}
