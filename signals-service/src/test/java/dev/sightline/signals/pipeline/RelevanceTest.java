package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.signals.pipeline.Relevance.Steering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelevanceTest {

    private static final String DROP = "{\"explanation\": \"Only thanks.\", \"verdict\": \"NOT_ACTIONABLE\"}";
    private static final String KEEP = "{\"explanation\": \"A defect.\", \"verdict\": \"ACTIONABLE\"}";

    @Test
    void theModelDecides() {
        assertFalse(passes(ScriptedModel.answering(DROP), Steering.NONE));
        assertTrue(passes(ScriptedModel.answering(KEEP), Steering.NONE));
    }

    @Test
    void withoutAModelEverythingPasses() {
        assertTrue(Relevance.local().of("Thanks!").await().indefinitely());
    }

    @Test
    void whenTheModelIsAwayOrRefusesEverythingPasses() {
        assertTrue(passes(ScriptedModel.failing(ScriptedModel.AWAY), new Steering("", true)));
        assertTrue(passes(ScriptedModel.failing(ScriptedModel.REFUSED), Steering.NONE));
    }

    @Test
    void anAnswerThatIsNeitherIsAskedForAgain() {
        ScriptedModel model = ScriptedModel.answering("{\"explanation\": \"?\", \"verdict\": \"MAYBE\"}", DROP);

        assertFalse(passes(model, Steering.NONE));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theTeamSaysWhatHappensInDoubt(boolean drop) {
        ScriptedModel model = ScriptedModel.answering(KEEP);

        passes(model, new Steering("", drop));

        String task = model.asked.get(0).messages().get(0).text();
        assertTrue(task.contains(drop ? "In doubt answer NOT_ACTIONABLE." : "In doubt answer ACTIONABLE."), task);
        assertFalse(task.contains("own rules"), task);
    }

    @Test
    void theTeamsRulesAreInstructionsAndTheTextIsMaterial() {
        ScriptedModel model = ScriptedModel.answering(KEEP);

        passes(model, new Steering("Only defects of the checkout.", false));

        assertTrue(model.asked.get(0).messages().get(0).text().contains("Only defects of the checkout."));
        assertEquals("Thanks!", model.material(0).path("text").textValue());
    }

    private static boolean passes(ScriptedModel model, Steering steering) {
        return Relevance.with(model.choice(), steering).of("Thanks!").await().indefinitely();
    }
}
