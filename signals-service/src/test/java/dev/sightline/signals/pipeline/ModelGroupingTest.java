package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.model.ModelException;
import dev.sightline.model.local.LexicalEmbedder;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.MatchDecision.Opening;
import dev.sightline.signals.pipeline.ScriptedModel.Kept;
import dev.sightline.signals.signal.SignalSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelGroupingTest {

    private static final UUID REPORT = UUID.randomUUID();
    private static final String QUERIES = "{\"queries\": [\"coupon rejected at checkout\"]}";

    private final Embed embed = new Embed(new LexicalEmbedder());
    private final LiveSignals live = new LiveSignals(new LexicalEmbedder().dimensions(), 100);
    private final Shelf shelf = new Shelf();
    private final Signal known = Signals.finding("Coupons fail at /cart", "The code is refused.");
    private final Signal fresh = Signals.finding("Voucher not taken", "The shop refuses the voucher.");

    @BeforeEach
    void stock() {
        shelf.report(REPORT, "Coupons", known);
        Embedded embedded = embed.embed(List.of(known)).await().indefinitely().get(0);
        live.put(embedded.in(REPORT), embedded.vector());
    }

    @Test
    void joinsTheReportOfTheCandidateThatTheModelNames() {
        ScriptedModel model = ScriptedModel.answering(QUERIES, existing(known.id(), 2), specific("fix: coupons", true));

        Placed placed = place(model, fresh).get(0);

        assertEquals(List.of("search_queries", "signal_match", "specificity"), model.questions());
        assertEquals(REPORT, placed.reportId());
        assertEquals(
                new Existing(REPORT, known.id(), "coupon rejected at checkout", "Same cause"),
                placed.matched().decision());
        assertEquals("fix: coupons", placed.matched().newTitle());
        assertEquals(
                "{\"parent_signal_id\":\"" + known.id()
                        + "\",\"match_query\":\"coupon rejected at checkout\",\"reason\":\"Same cause\","
                        + "\"specificity\":{\"pr_title\":\"fix: coupons\",\"specific_enough\":true,\"reason\":\"r\"}}",
                placed.matched().metadata().toString());
        assertEquals(0.7, model.asked.get(0).temperature());
        assertEquals(0.2, model.asked.get(1).temperature());
    }

    @Test
    void theModelSeesEachCandidateOnceWithEverythingThatFoundIt() {
        ScriptedModel model = ScriptedModel.answering(QUERIES, existing(known.id(), 0), specific("fix: coupons", true));

        place(model, fresh);

        JsonNode shown = model.material(1);
        assertEquals(
                "replay_vision/scanner_finding", shown.at("/new_signal/source").textValue());
        assertEquals(fresh.description(), shown.at("/new_signal/text").textValue());
        assertEquals(3, shown.path("queries").size());
        assertEquals(
                Json.read(
                                "[{\"report\":0,\"title\":\"Coupons\",\"signals\":1,\"discovery_strength\":3}]",
                                JsonNode.class)
                        .toString(),
                shown.path("reports").toString());
        assertEquals(1, shown.path("candidates").size());
        JsonNode candidate = shown.at("/candidates/0");
        assertEquals(known.id().toString(), candidate.path("signal_id").textValue());
        assertEquals(
                "Coupons fail at /cart The code is refused.",
                candidate.path("text").textValue());
        assertTrue(candidate.at("/distance_by_query/2").textValue().matches("\\d\\.\\d{4}"));
    }

    @Test
    void theQueryWriterSeesHowOtherSourcesSpeak() {
        shelf.example(new SignalSource("zendesk", "ticket"), "word ".repeat(100));
        ScriptedModel model = ScriptedModel.answering(QUERIES, existing(known.id(), 0), specific("fix: coupons", true));

        place(model, fresh);

        JsonNode example = model.material(0).at("/examples_of_sources/0");
        assertEquals("zendesk/ticket", example.path("source").textValue());
        assertTrue(example.path("text").textValue().length() <= 300);
    }

    @Test
    void ofTheQueriesThreeThatSaySomethingAreTaken() {
        ScriptedModel model = ScriptedModel.answering(
                "{\"queries\": []}",
                "{\"queries\": [\" \", 7, \"till\", \"pay\", \"checkout\", \"money\"]}",
                existing(known.id(), 4),
                specific("fix: coupons", true));

        Placed placed = place(model, fresh).get(0);

        assertEquals("checkout", placed.matched().metadata().path("match_query").textValue());
        assertEquals(5, model.material(2).path("queries").size());
    }

    @Test
    void anInventedCandidateIsRefusedAndAskedAgain() {
        ScriptedModel model = ScriptedModel.answering(
                QUERIES,
                existing(UUID.randomUUID(), 0),
                existing(known.id(), 9),
                existing(known.id(), 0),
                specific("fix: coupons", true));

        assertEquals(REPORT, place(model, fresh).get(0).reportId());

        assertTrue(model.asked.get(2).messages().get(3).text().contains("`signal_id` must be one of the candidates"));
        assertTrue(model.asked.get(3).messages().get(5).text().contains("`query_index` must be from 0 to 2"));
    }

    @Test
    void opensAReportUnderTheModelsTitle() {
        Placed placed =
                place(ScriptedModel.answering(QUERIES, opening("T")), fresh).get(0);

        assertEquals(
                new Opening("T", "S", List.of(known.id()), "Other"),
                placed.matched().decision());
        assertEquals(
                "{\"reason\":\"Other\",\"rejected_signal_ids\":[\"" + known.id()
                        + "\"],\"specificity_rejection\":null}",
                placed.matched().metadata().toString());
    }

    @Test
    void anUnspecificMatchIsSplitOff() {
        Placed placed = place(
                        ScriptedModel.answering(QUERIES, existing(known.id(), 0), specific("fix: all", false)), fresh)
                .get(0);

        Opening opening = assertInstanceOf(Opening.class, placed.matched().decision());
        assertEquals("Voucher not taken", opening.title());
        assertTrue(opening.summary().contains("Coupons"));
        assertEquals(
                "fix: all",
                placed.matched()
                        .metadata()
                        .at("/specificity_rejection/pr_title")
                        .textValue());
        assertTrue(!placed.reportId().equals(REPORT));
    }

    @Test
    void theSpecificityCheckSeesTheGroupAndHowManyMoreThereAre() {
        Signal[] many = new Signal[12];
        for (int i = 0; i < many.length; i++) {
            many[i] = Signals.finding("Signal " + i, "About coupons.");
        }
        many[0] = known;
        shelf.report(REPORT, "Coupons", many);
        ScriptedModel model = ScriptedModel.answering(QUERIES, existing(known.id(), 0), specific("fix: it", true));

        place(model, fresh);

        JsonNode group = model.material(2).path("group");
        assertEquals("Coupons", group.path("title").textValue());
        assertEquals(8, group.path("signals").size());
        assertEquals(4, group.path("further_signals").intValue());
        assertEquals(
                "Voucher not taken The shop refuses the voucher.",
                model.material(2).at("/newcomer/text").textValue());
    }

    @Test
    void aSignalFindsThoseOfItsBatchThatCameBeforeIt() {
        Signal first = Signals.finding("Export of invoices times out", "Nothing arrives.");
        Signal second = Signals.finding("Invoices are not exported", "It takes for ever.");
        ScriptedModel model = ScriptedModel.answering(
                QUERIES, QUERIES, opening("Invoices"), existing(first.id(), 0), specific("fix: export", true));

        List<Placed> placed = place(model, first, second);

        assertEquals(placed.get(0).reportId(), placed.get(1).reportId());
        JsonNode reports = model.material(3).path("reports");
        assertEquals("Invoices", reports.get(0).path("title").textValue());
        assertEquals(1, reports.get(0).path("signals").intValue());
        assertEquals(
                "[\"Export of invoices times out Nothing arrives.\"]",
                model.material(4).at("/group/signals").toString());
    }

    @Test
    void theNextSignalSeesTheTitleThatTheBatchGaveAReport() {
        Signal next = Signals.finding("Voucher code refused at /cart", "Again.");
        ScriptedModel model = ScriptedModel.answering(
                QUERIES, QUERIES, existing(known.id(), 0), specific("fix: coupons", true), opening("Other"));

        place(model, fresh, next);

        JsonNode report = model.material(4).at("/reports/0");
        assertEquals("fix: coupons", report.path("title").textValue());
        assertEquals(2, report.path("signals").intValue());
    }

    @Test
    void withoutAnythingToCompareWithTheModelIsNotAskedToMatch() {
        live.forget(known.id());
        ScriptedModel model = ScriptedModel.answering(QUERIES);

        Opening opening = assertInstanceOf(
                Opening.class, place(model, fresh).get(0).matched().decision());

        assertEquals("Voucher not taken", opening.title());
    }

    @Test
    void aCandidateWhoseReportIsGoneIsNotShown() {
        live.forget(known.id());
        Embedded gone = embed.embed(List.of(known)).await().indefinitely().get(0);
        live.put(gone.in(UUID.randomUUID()), gone.vector());

        assertInstanceOf(
                Opening.class,
                place(ScriptedModel.answering(QUERIES), fresh).get(0).matched().decision());
    }

    @Test
    void aModelOfNoUseLeavesTheDecisionToTheRuleAndSaysSo() {
        ScriptedModel model = new ScriptedModel().then(ScriptedModel.REFUSED).then(ScriptedModel.REFUSED);

        MatchDecision decision = place(model, fresh).get(0).matched().decision();

        assertTrue(
                decision.reason().startsWith("Decided by lexical distance, the language model gave no usable answer: "),
                decision.reason());
        assertEquals(2, model.material(1).path("queries").size());
    }

    @Test
    void aMatchThatCannotBeCheckedIsKeptAndSaysSo() {
        ScriptedModel model =
                ScriptedModel.answering(QUERIES, existing(known.id(), 0)).then(ScriptedModel.REFUSED);

        Placed placed = place(model, fresh).get(0);

        assertEquals(REPORT, placed.reportId());
        assertEquals(
                "Same cause (not checked: the language model gave no usable answer)",
                placed.matched().metadata().path("reason").textValue());
        assertTrue(placed.matched().metadata().path("specificity").isNull());
    }

    @Test
    void whatWasAnsweredBeforeTheModelWentAwayIsNotAskedAgain() {
        Kept kept = new Kept();
        ScriptedModel first =
                ScriptedModel.answering(QUERIES, existing(known.id(), 0)).then(ScriptedModel.AWAY);
        ModelException failure = assertThrows(ModelException.class, () -> place(first, kept, fresh));
        ScriptedModel second = ScriptedModel.answering(specific("fix: coupons", true));

        Placed placed = place(second, kept, fresh).get(0);

        assertEquals(ModelException.Kind.TRANSIENT, failure.kind());
        assertEquals(List.of("specificity"), second.questions());
        assertEquals(REPORT, placed.reportId());
    }

    private List<Placed> place(ScriptedModel model, Signal... batch) {
        return place(model, new Kept(), batch);
    }

    private List<Placed> place(ScriptedModel model, Kept kept, Signal... batch) {
        return new ModelGrouping(model.choice(kept), embed, shelf)
                .place(List.of(batch), live)
                .await()
                .indefinitely();
    }

    private static String existing(UUID signal, int query) {
        return "{\"reason\": \"Same cause\", \"match_type\": \"existing\", \"signal_id\": \"%s\", \"query_index\": %d}"
                .formatted(signal, query);
    }

    private static String opening(String title) {
        return "{\"reason\": \"Other\", \"match_type\": \"new\", \"title\": \"%s\", \"summary\": \"S\"}"
                .formatted(title);
    }

    private static String specific(String title, boolean enough) {
        return "{\"pr_title\": \"%s\", \"reason\": \"r\", \"specific_enough\": %s}".formatted(title, enough);
    }
}
