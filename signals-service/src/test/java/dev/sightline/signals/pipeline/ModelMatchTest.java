package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.model.ModelException;
import dev.sightline.model.local.LexicalEmbedder;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.MatchDecision.Opening;
import dev.sightline.signals.pipeline.Specificity.Group;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModelMatchTest {

    private static final UUID REPORT = UUID.randomUUID();

    private final LiveSignals live = new LiveSignals(new LexicalEmbedder().dimensions(), 100);
    private final Embedded known = embed(Signals.finding("Coupons fail at /cart", "The code is refused."));
    private final Embedded fresh = embed(Signals.finding("Voucher not taken", "The shop refuses the voucher."));

    @Test
    void joinsTheCandidateThatTheModelNames() {
        ScriptedModel model = ScriptedModel.answering(existing(known.signal().id(), 1));

        Existing existing = assertInstanceOf(Existing.class, decide(model));

        assertEquals(new Existing(REPORT, known.signal().id(), "Voucher not taken", "Same cause"), existing);
        assertTrue(model.asked.get(0).messages().get(1).text().contains("report \"Coupons\" of 3 signals"));
        assertEquals(0.2, model.asked.get(0).temperature());
    }

    @Test
    void anInventedCandidateIsRefusedAndAskedAgain() {
        ScriptedModel model = ScriptedModel.answering(
                existing(UUID.randomUUID(), 0),
                existing(known.signal().id(), 9),
                "```json\n" + existing(known.signal().id(), 0) + "\n```");

        assertInstanceOf(Existing.class, decide(model));

        assertEquals(3, model.asked.size());
        assertTrue(model.asked.get(1).messages().get(3).text().contains("`signal_id` must be one of the candidates"));
        assertTrue(model.asked.get(2).messages().get(5).text().contains("`query_index` must be from 0 to 1"));
    }

    @Test
    void afterThreeInvalidAnswersItGivesUp() {
        ScriptedModel model =
                ScriptedModel.answering("no idea", "[]", "{\"match_type\": \"maybe\", \"reason\": \"x\"}");

        ModelException failure = assertThrows(ModelException.class, () -> decide(model));

        assertEquals(ModelException.Kind.INTERNAL, failure.kind());
        assertEquals(3, model.asked.size());
    }

    @Test
    void aConnectionErrorIsNotRetriedHere() {
        ScriptedModel model =
                ScriptedModel.failing(new ModelException(ModelException.Kind.TRANSIENT, "The provider is away."));

        assertThrows(ModelException.class, () -> decide(model));
        assertEquals(1, model.asked.size());
    }

    @Test
    void opensAReportUnderTheModelsTitle() {
        Opening opening = assertInstanceOf(
                Opening.class,
                decide(ScriptedModel.answering(
                        "{\"reason\": \"Other\", \"match_type\": \"new\", \"title\": \"T\", \"summary\": \"S\"}")));

        assertEquals(new Opening("T", "S", List.of(known.signal().id()), "Other"), opening);
        assertEquals(
                "{\"reason\":\"Other\",\"rejected_signal_ids\":[\""
                        + known.signal().id() + "\"],\"specificity_rejection\":null}",
                Matched.unchecked(opening).metadata().toString());
    }

    @Test
    void aSpecificMatchRetitlesTheReport() {
        Matched matched = check("{\"pr_title\": \"fix: coupons\", \"reason\": \"One\", \"specific_enough\": true}");

        assertEquals("fix: coupons", matched.newTitle());
        assertEquals(
                "fix: coupons", matched.metadata().at("/specificity/pr_title").textValue());
        assertTrue(matched.metadata().at("/specificity/specific_enough").booleanValue());
    }

    @Test
    void anUnspecificMatchIsSplitOff() {
        Matched matched = check("{\"pr_title\": \"fix: all\", \"reason\": \"Two fixes\", \"specific_enough\": false}");

        Opening opening = assertInstanceOf(Opening.class, matched.decision());
        assertEquals("Voucher not taken", opening.title());
        assertTrue(opening.summary().contains("Coupons"));
        assertEquals(
                "Two fixes",
                matched.metadata().at("/specificity_rejection/reason").textValue());
    }

    private Matched check(String answer) {
        Existing match = new Existing(REPORT, known.signal().id(), "query", "Same cause");
        return new Specificity(ScriptedModel.answering(answer).choice())
                .check(
                        fresh.signal(),
                        match,
                        new Group("Coupons", List.of(known.signal().description())))
                .await()
                .indefinitely();
    }

    private MatchDecision decide(ScriptedModel model) {
        live.put(known.in(REPORT), known.vector());
        CandidateView view =
                new CandidateView(known.signal().source(), known.signal().description(), "Coupons", 3);
        return new ModelMatch(model.choice())
                .decide(
                        fresh,
                        Search.nearest(fresh.queries(), live),
                        Map.of(known.signal().id(), view))
                .await()
                .indefinitely();
    }

    private static String existing(UUID signal, int query) {
        return "{\"reason\": \"Same cause\", \"match_type\": \"existing\", \"signal_id\": \"%s\", \"query_index\": %d}"
                .formatted(signal, query);
    }

    private static Embedded embed(Signal signal) {
        return new Embed(new LexicalEmbedder()).embed(signal, List.of()).await().indefinitely();
    }
}
