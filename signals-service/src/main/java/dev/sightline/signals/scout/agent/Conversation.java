package dev.sightline.signals.scout.agent;

import dev.sightline.api.ApiException;
import dev.sightline.json.Json;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelMessage;
import dev.sightline.model.ModelRequest;
import dev.sightline.signals.scout.run.RunEnd;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** The steps of one run: the model names a tool, sees what it answers, and goes on until it closes or a budget is spent. */
final class Conversation {

    private static final int ODD_ANSWERS = 3;

    private final Prompt prompt;
    private final AgentModels.Choice choice;
    private final AgentConfig budget;
    private final List<ModelMessage> said = new ArrayList<>();
    private ModelAnswer.Usage spent = ModelAnswer.Usage.NONE;
    private int steps;
    private int odd;

    Conversation(Prompt prompt, AgentModels.Choice choice, AgentConfig budget) {
        this.prompt = prompt;
        this.choice = choice;
        this.budget = budget;
        said.add(ModelMessage.system(prompt.system()));
        said.add(ModelMessage.user(prompt.task()));
    }

    /** How the run ends. */
    Uni<RunEnd> run() {
        if (steps++ >= budget.steps()) {
            return ended(new RunEnd.Failed("The run was stopped after " + budget.steps() + " steps."));
        }
        if (spent.inputTokens() + spent.outputTokens() >= budget.tokens()) {
            return ended(new RunEnd.Failed("The run was stopped after " + budget.tokens() + " tokens."));
        }
        return choice.model().answer(request()).flatMap(this::heard);
    }

    private ModelRequest request() {
        return new ModelRequest(
                choice.name(),
                List.copyOf(said),
                "scout_step",
                prompt.schema(),
                null,
                choice.maxAnswerTokens(),
                choice.timeout());
    }

    private Uni<RunEnd> heard(ModelAnswer answer) {
        spent = spent.plus(answer.usage());
        String text = answer.text() == null ? "" : answer.text();
        said.add(ModelMessage.assistant(text));
        return Step.read(text).map(this::take).orElseGet(() -> again(text));
    }

    private Uni<RunEnd> take(Step step) {
        odd = 0;
        return step.tool().equals(Prompt.CLOSE)
                ? ended(new RunEnd.Completed(
                        step.arguments().optional("summary").orElse("") + "\nCarried out by " + choice.name() + "."))
                : use(step).chain(this::run);
    }

    private Uni<Void> use(Step step) {
        return prompt.tools().stream()
                .filter(tool -> tool.name().equals(step.tool()))
                .findFirst()
                .map(tool -> Uni.createFrom()
                        .deferred(() -> tool.use(prompt.run(), step.arguments()))
                        .map(Json::write)
                        .onFailure(ApiException.class)
                        .recoverWithItem(refused -> "Refused: " + refused.getMessage()))
                .orElseGet(() -> Uni.createFrom().item("Refused: this run has no such tool."))
                .invoke(result -> said.add(
                        ModelMessage.user(prompt.material(step.tool() + ": " + result, budget.answerLength()))))
                .replaceWithVoid();
    }

    /** A model that talks instead of acting is reminded; if it goes on, its words are the summary. */
    private Uni<RunEnd> again(String text) {
        if (++odd >= ODD_ANSWERS) {
            return ended(
                    text.isBlank()
                            ? new RunEnd.Failed("The model gave no answer that names a tool.")
                            : new RunEnd.Completed(text));
        }
        said.add(ModelMessage.user("Answer with one JSON object that has the members tool and arguments."));
        return run();
    }

    private static Uni<RunEnd> ended(RunEnd end) {
        return Uni.createFrom().item(end);
    }
}
