package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.model.ModelException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelJudgeTest {

    private static final String ACTION =
            "{\"explanation\": \"e\", \"actionability\": \"%s\", \"already_addressed\": true}";
    private static final String PRIORITY = "{\"explanation\": \"p\", \"priority\": \"P1\"}";
    private static final String WORDS = "{\"title\": \"fix: it\", \"summary\": \"s\"}";

    @Test
    void asksStepByStep() {
        ScriptedModel model = ScriptedModel.answering(ACTION.formatted("immediately_actionable"), PRIORITY, WORDS);

        Judgement judgement = judge(model);

        assertEquals(List.of("actionability", "priority", "presentation"), model.questions());
        assertEquals("fix: it", judgement.presentation().title());
        assertEquals(
                "{\"explanation\":\"e\",\"actionability\":\"immediately_actionable\",\"already_addressed\":true}",
                judgement.actionabilityArtefact().toString());
        assertEquals(
                "{\"explanation\":\"p\",\"priority\":\"P1\"}",
                judgement.priorityArtefact().orElseThrow().toString());
    }

    @Test
    void seesTheEvidenceTheRepositoryAndWhatWasFoundOut() {
        ScriptedModel model = ScriptedModel.answering(ACTION.formatted("not_actionable"), WORDS);

        judge(model);

        JsonNode shown = model.material(0);
        assertEquals("acme/shop", shown.path("repository").textValue());
        assertEquals(
                "{\"fingerprint\":\"f1\"}",
                shown.at("/newest_signals/0/evidence").toString());
        assertEquals("[{\"signal_id\":\"1\"}]", shown.path("findings").toString());
    }

    @Test
    void isNotAskedForThePriorityOfNothing() {
        Judgement judgement = judge(ScriptedModel.answering(ACTION.formatted("not_actionable"), WORDS));

        assertTrue(judgement.priority().isEmpty());
    }

    @Test
    void anAnswerOutsideTheSchemaIsAskedForAgain() {
        ScriptedModel model = ScriptedModel.answering(
                "{\"explanation\": \" \", \"actionability\": \"immediately_actionable\", \"already_addressed\": true}",
                ACTION.formatted("perhaps"),
                ACTION.formatted("requires_human_input"),
                "{\"explanation\": \"p\", \"priority\": \"P9\"}",
                PRIORITY,
                "{\"title\": \"" + "x".repeat(97) + "\", \"summary\": \"s\"}",
                WORDS);

        Judgement judgement = judge(model);

        assertEquals(
                Actionability.REQUIRES_HUMAN_INPUT, judgement.actionability().choice());
        assertEquals(Priority.P1, judgement.priority().orElseThrow().choice());
        assertEquals(7, model.asked.size());
    }

    @Test
    void aModelThatCannotJudgeIsAFailure() {
        ScriptedModel model = ScriptedModel.answering(ACTION.formatted("requires_human_input"))
                .then(ScriptedModel.REFUSED);

        assertThrows(ModelException.class, () -> judge(model));
    }

    private static Judgement judge(ScriptedModel model) {
        Evidence evidence = Evidence.of("T", List.of(Signals.error("f1", "A\nb")))
                .in(
                        Optional.of("acme/shop"),
                        List.of(Json.mapper().createObjectNode().put("signal_id", "1")));
        return new ModelJudge(model.choice()).judge(evidence).await().indefinitely();
    }
}
