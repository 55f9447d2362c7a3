package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.json.Json;
import dev.sightline.model.ModelException;
import dev.sightline.signals.github.RepositoryListing;
import dev.sightline.signals.pipeline.RepositorySelection.Selection;
import dev.sightline.signals.signal.SignalSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RepositorySelectionTest {

    private static final RepositoryListing SHOP = new RepositoryListing("acme/shop", "The shop", false);
    private static final RepositoryListing DOCS = new RepositoryListing("acme/docs", "The manual", false);
    private static final RepositoryListing OLD = new RepositoryListing("acme/old-shop", "Do not use", true);
    private static final Evidence VAGUE = evidence(Signals.finding("Coupons fail", "At the till."));

    @Test
    void withoutRepositoriesThereIsNone() {
        Selection selection = select(RepositorySelection.local(), VAGUE);

        assertEquals(Optional.empty(), selection.repository());
        assertEquals(
                "{\"repository\":null,\"reason\":\"No repository can be read through the project's GitHub connections.\"}",
                selection.artefact().toString());
    }

    @Test
    void theOnlyOneIsTaken() {
        assertEquals(
                Optional.of("acme/old-shop"),
                select(RepositorySelection.local(), VAGUE, OLD).repository());
    }

    @Test
    void theOnlyOneThatIsAliveIsTaken() {
        assertEquals(
                Optional.of("acme/shop"),
                select(RepositorySelection.local(), VAGUE, OLD, SHOP).repository());
        assertEquals(
                Optional.empty(),
                select(RepositorySelection.local(), VAGUE, OLD, new RepositoryListing("acme/x", "", true))
                        .repository());
    }

    @Test
    void theOneThatSignalsLinkToMostIsTakenWithoutAskingTheModel() {
        Evidence evidence = evidence(
                issue("https://github.com/acme/docs/issues/1"),
                issue("https://github.com/ACME/shop.git"),
                Signals.finding(
                        "Coupons fail",
                        "See https://github.com/acme/shop#readme and" + " https://github.com/acme/shop/pull/2."),
                issue("https://github.com/others/shop/issues/3"));

        Selection selection =
                select(RepositorySelection.with(ScriptedModel.answering().choice()), evidence, DOCS, SHOP);

        assertEquals(new Selection(Optional.of("acme/shop"), "The signals link to it."), selection);
    }

    @Test
    void withoutAModelTheOneThatIsSpokenOfIsTaken() {
        Evidence named = evidence(Signals.finding("Typo", "In the docs, page one."));

        assertEquals(
                Optional.of("acme/docs"),
                select(RepositorySelection.local(), named, DOCS, SHOP).repository());
    }

    @Test
    void withoutAModelTwoThatAreSpokenOfAreNone() {
        Evidence both = evidence(Signals.finding("Typo", "In the docs of the shop."));
        Evidence partly = evidence(Signals.finding("Typo", "In the docset, and at /shop and workshop."));

        assertEquals(
                new Selection(
                        Optional.empty(),
                        "Local rule, no language model configured: 2 of 2 repositories are spoken of by name."),
                select(RepositorySelection.local(), both, DOCS, SHOP));
        assertEquals(
                Optional.empty(),
                select(RepositorySelection.local(), partly, DOCS, SHOP).repository());
    }

    @Test
    void theModelPicksFromTheList() {
        ScriptedModel model =
                ScriptedModel.answering("{\"reason\": \"The till is in the shop.\", \"repository\": \"Acme/Shop\"}");

        Selection selection = select(RepositorySelection.with(model.choice()), VAGUE, DOCS, SHOP, OLD);

        assertEquals(new Selection(Optional.of("acme/shop"), "The till is in the shop."), selection);
        assertEquals(
                "[{\"repository\":\"acme/docs\",\"description\":\"The manual\"},"
                        + "{\"repository\":\"acme/shop\",\"description\":\"The shop\"}]",
                model.material(0).path("repositories").toString());
    }

    @Test
    void whatIsNotOnTheListCountsAsNone() {
        for (String answer : List.of("\"acme/secret\"", "null", "\"\"", "\"acme/old-shop\"")) {
            ScriptedModel model = ScriptedModel.answering("{\"reason\": \"r\", \"repository\": %s}".formatted(answer));

            assertEquals(
                    new Selection(Optional.empty(), "r"),
                    select(RepositorySelection.with(model.choice()), VAGUE, DOCS, SHOP, OLD));
        }
    }

    @Test
    void aLongListIsCut() {
        List<RepositoryListing> many = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            many.add(new RepositoryListing("acme/r" + i, "", false));
        }
        ScriptedModel model = ScriptedModel.answering("{\"reason\": \"r\", \"repository\": null}");

        select(RepositorySelection.with(model.choice()), VAGUE, many.toArray(RepositoryListing[]::new));

        assertEquals(200, model.material(0).path("repositories").size());
    }

    @Test
    void aModelOfNoUseLeavesItToTheRule() {
        Selection selection = select(
                RepositorySelection.with(
                        ScriptedModel.failing(ScriptedModel.REFUSED).choice()),
                VAGUE,
                DOCS,
                SHOP);

        assertTrue(selection.reason().startsWith("Local rule, the language model gave no usable answer"));
    }

    @Test
    void aModelThatIsAwayIsAFailure() {
        RepositorySelection stage = RepositorySelection.with(
                ScriptedModel.failing(ScriptedModel.AWAY).choice());

        assertThrows(ModelException.class, () -> select(stage, VAGUE, DOCS, SHOP));
    }

    private static Selection select(RepositorySelection stage, Evidence evidence, RepositoryListing... all) {
        return stage.select(evidence, List.of(all)).await().indefinitely();
    }

    private static Evidence evidence(Signal... signals) {
        return Evidence.of("Report", List.of(signals));
    }

    private static Signal issue(String url) {
        return new Signal(
                UUID.randomUUID(),
                new SignalSource("github", "issue"),
                "1",
                "It is broken",
                1,
                Json.mapper().createObjectNode().put("html_url", url),
                Signals.NOON);
    }
}
