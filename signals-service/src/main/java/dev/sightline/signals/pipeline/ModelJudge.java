package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.signals.pipeline.Answers.Property;
import dev.sightline.signals.pipeline.Judgement.Presentation;
import dev.sightline.signals.pipeline.Judgement.Reasoned;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges with a model, over the signals alone: what is in the code it cannot know, and is told so. */
public final class ModelJudge implements Judge {

    private static final String ACTIONABILITY = """
            Say what can be done about the report. immediately_actionable: an engineer or agent could start now.
            requires_human_input: needs a person's judgement. not_actionable: vague, without evidence, or expected
            behaviour. In doubt prefer immediately_actionable over requires_human_input and not_actionable over
            requires_human_input. You have not seen the code; already_addressed is true only if the signals or the findings
            say that it was fixed. Explain first.""";

    private static final String PRIORITY = """
            Give the report a priority by the evidence in its signals. P0: outage, data loss, security. P1: high impact
            on users or a significant regression. P2: contained, has a workaround. P3: minor. P4: cosmetic or optional.
            Explain first.""";

    private static final String PRESENTATION = """
            Write the report's title, like that of a pull request in conventional-commit style, about 70 and at most 96
            characters, and its summary: one sentence on why it matters, then what is happening, the likely cause, and up
            to two ways to resolve it. Say what is supposed and what is known.""";

    /** Actionability and whether it is addressed already. */
    private record Action(Reasoned<Actionability> actionability, boolean alreadyAddressed) {}

    private final Interview interview;

    public ModelJudge(ModelChoice choice) {
        this.interview = new Interview(choice);
    }

    @Override
    public Uni<Judgement> judge(Evidence evidence) {
        ObjectNode material = evidence.material();
        return interview.ask(action(material)).flatMap(action -> priority(action, material)
                .flatMap(priority -> interview
                        .ask(presentation(material))
                        .map(presentation -> new Judgement(
                                presentation, action.actionability(), priority, action.alreadyAddressed()))));
    }

    private Uni<Optional<Reasoned<Priority>>> priority(Action action, ObjectNode material) {
        return action.actionability().choice() == Actionability.NOT_ACTIONABLE
                ? Uni.createFrom().item(Optional.empty())
                : interview.ask(priority(material)).map(Optional::of);
    }

    private static Question<Action> action(ObjectNode material) {
        return new Question<>(
                "actionability",
                ACTIONABILITY,
                material,
                Answers.schema(List.of(
                        Property.of("explanation", "string"),
                        Property.choice("actionability", Actionability.texts()),
                        Property.of("already_addressed", "boolean"))),
                null,
                ModelJudge::readAction);
    }

    private static Action readAction(JsonNode answer) {
        String choice = Answers.choice(answer, "actionability", Actionability.texts());
        return new Action(
                new Reasoned<>(
                        Actionability.valueOf(choice.toUpperCase(Locale.ROOT)), Answers.text(answer, "explanation")),
                Answers.flag(answer, "already_addressed"));
    }

    private static Question<Reasoned<Priority>> priority(ObjectNode material) {
        return new Question<>(
                "priority",
                PRIORITY,
                material,
                Answers.schema(
                        List.of(Property.of("explanation", "string"), Property.choice("priority", Priority.texts()))),
                null,
                answer -> new Reasoned<>(
                        Priority.valueOf(Answers.choice(answer, "priority", Priority.texts())),
                        Answers.text(answer, "explanation")));
    }

    private static Question<Presentation> presentation(ObjectNode material) {
        return new Question<>(
                "presentation",
                PRESENTATION,
                material,
                Answers.schema(List.of(Property.of("title", "string"), Property.of("summary", "string"))),
                null,
                answer -> new Presentation(
                        Answers.text(answer, "title", Titles.MAX_TITLE), Answers.text(answer, "summary")));
    }
}
