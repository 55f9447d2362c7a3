package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.pipeline.Answers.Property;
import dev.sightline.signals.pipeline.Library.Card;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Keeps reports from growing into collections: asked only after a model matched (spec/signals.md 2.6). */
final class Specificity {

    /** A report as the model is shown it: the texts of its newest signals, of which it sees a few. */
    record Group(Card card, List<String> newest) {}

    private static final int SHOWN = 8;
    private static final int MAX_TEXT = 500;
    private static final int MAX_TITLE = 70;

    private static final String TASK = """
            Write the title of one pull request, at most 70 characters, that would resolve everything in the group and the
            newcomer, then say whether ONE focused change can do that. Judge by the fix, not by where the symptom shows.
            Answer specific_enough false only when separate, unrelated fixes are needed.""";

    private final Interview interview;

    Specificity(ModelChoice choice) {
        this.interview = new Interview(choice);
    }

    /** The match after the check: kept under the new title, split off, or kept unchecked if the model is of no use. */
    Uni<Matched> check(Signal signal, Existing match, Group group) {
        Question<SpecificityVerdict> question =
                new Question<>("specificity", TASK, material(signal, group), schema(), 0.2, Specificity::read);
        return interview
                .ask(question)
                .map(verdict -> Matched.checked(signal, match, group.card().title(), verdict))
                .onFailure(Absence::isOfNoUse)
                .recoverWithItem(() -> Matched.unchecked(match.because("not checked: " + Absence.OF_NO_USE)));
    }

    private static ObjectNode material(Signal signal, Group group) {
        ObjectNode material = Json.mapper().createObjectNode();
        ObjectNode shown = material.putObject("group").put("title", group.card().title());
        List<String> newest = group.newest();
        List<String> few = newest.subList(Math.max(0, newest.size() - SHOWN), newest.size());
        ArrayNode texts = shown.putArray("signals");
        few.forEach(description -> texts.add(Titles.cut(description, MAX_TEXT)));
        shown.put("further_signals", Math.max(0, group.card().size() - few.size()));
        material.putObject("newcomer")
                .put("source", signal.source().toString())
                .put("text", Titles.cut(signal.description(), MAX_TEXT));
        return material;
    }

    private static ObjectNode schema() {
        return Answers.schema(List.of(
                Property.of("pr_title", "string"),
                Property.of("reason", "string"),
                Property.of("specific_enough", "boolean")));
    }

    private static SpecificityVerdict read(JsonNode answer) {
        return new SpecificityVerdict(
                Answers.text(answer, "pr_title", MAX_TITLE),
                Answers.flag(answer, "specific_enough"),
                Answers.text(answer, "reason"));
    }
}
