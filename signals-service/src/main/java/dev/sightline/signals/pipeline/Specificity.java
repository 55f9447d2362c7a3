package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.signals.pipeline.Answers.Property;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Keeps reports from growing into collections: asked only after a model matched (spec/signals.md 2.6). */
public final class Specificity {

    /** A report as the model is shown it: its signals' texts, of which it sees a few. */
    public record Group(String title, List<String> descriptions) {}

    private static final int SHOWN = 8;
    private static final int MAX_TEXT = 500;
    private static final int MAX_TITLE = 70;

    private static final String TASK = """
            Write the title of one pull request, at most 70 characters, that would resolve everything in the group and the
            newcomer, then say whether ONE focused change can do that. Judge by the fix, not by where the symptom shows.
            Answer specific_enough false only when separate, unrelated fixes are needed.""";

    private final Interview interview;

    public Specificity(ModelChoice choice) {
        this.interview = new Interview(choice);
    }

    /** The match as it stands after the check: kept under the new title, or split off into a report of its own. */
    public Uni<Matched> check(Signal signal, Existing match, Group group) {
        Question<SpecificityVerdict> question =
                new Question<>("specificity", TASK, material(signal, group), schema(), 0.2, Specificity::read);
        return interview.ask(question).map(verdict -> Matched.checked(signal, match, group.title(), verdict));
    }

    private static String material(Signal signal, Group group) {
        StringBuilder text = new StringBuilder("Group: " + group.title());
        group.descriptions().stream().limit(SHOWN).forEach(description -> text.append("\n- ")
                .append(Titles.cut(description, MAX_TEXT)));
        if (group.descriptions().size() > SHOWN) {
            text.append("\nand ").append(group.descriptions().size() - SHOWN).append(" more");
        }
        return text.append("\n\nNewcomer from ")
                .append(signal.source())
                .append(": ")
                .append(Titles.cut(signal.description(), MAX_TEXT))
                .toString();
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
