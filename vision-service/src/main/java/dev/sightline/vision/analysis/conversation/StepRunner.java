package dev.sightline.vision.analysis.conversation;

import dev.sightline.model.LanguageModel;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelRequest;
import dev.sightline.vision.analysis.InvalidOutput;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Asks a step, and once more where the answer breaks its rules, does not come, or the provider could not give it at that
 * moment: two calls a step, whatever goes wrong.
 */
final class StepRunner {

    private static final int ATTEMPTS = 2;

    private final LanguageModel model;
    private final String modelName;
    private final ConversationLimits limits;
    private final Pause pause;

    StepRunner(LanguageModel model, String modelName, ConversationLimits limits) {
        this.model = model;
        this.modelName = modelName;
        this.limits = limits;
        this.pause = new Pause(limits);
    }

    /** Fails only where the provider does. */
    <T> Uni<Said<T>> run(Talk talk, Step<T> step) {
        return attempt(talk.ask(step.instruction()), step, ATTEMPTS);
    }

    /** The same, but a step that fails in any way is as if it had not been asked. */
    <T> Uni<Said<T>> runBestEffort(Talk talk, Step<T> step) {
        return run(talk, step).map(said -> keptOrUnsaid(said, talk)).onFailure().recoverWithItem(() -> nothing(talk));
    }

    private static <T> Said<T> keptOrUnsaid(Said<T> said, Talk before) {
        return said.value().isPresent() ? said : nothing(said.talk().rolledBackTo(before));
    }

    private static <T> Said<T> nothing(Talk talk) {
        return new Said<>(Optional.empty(), talk);
    }

    private <T> Uni<Said<T>> attempt(Talk talk, Step<T> step, int left) {
        return model.answer(request(talk, step))
                .map(Optional::of)
                .onFailure(StepRunner::noAnswer)
                .recoverWithItem(Optional.empty())
                .map(answer -> judge(talk, step, new Attempt(answer, left - 1)))
                .onFailure(failure -> left > 1 && pause.isWorthwhile(failure))
                .recoverWithItem(failure -> pause.after(failure).chain(() -> attempt(talk, step, left - 1)))
                .flatMap(next -> next);
    }

    private record Attempt(Optional<ModelAnswer> answer, int left) {}

    private <T> Uni<Said<T>> judge(Talk talk, Step<T> step, Attempt attempt) {
        Talk heard = attempt.answer.map(talk::hear).orElse(talk);
        try {
            return Uni.createFrom().item(new Said<>(Optional.of(read(step, attempt)), heard));
        } catch (InvalidOutput e) {
            return attempt.left == 0
                    ? Uni.createFrom().item(nothing(heard))
                    : attempt(heard.ask(mend(e)), step, attempt.left);
        }
    }

    private static <T> T read(Step<T> step, Attempt attempt) {
        String text = attempt.answer.map(ModelAnswer::text).orElseThrow(() -> new InvalidOutput("there was no answer"));
        return step.reader().apply(AnswerObject.parse(text));
    }

    private static String mend(InvalidOutput e) {
        return "That cannot be used: " + e.getMessage()
                + ". Answer again with nothing but one JSON object that fits the schema.";
    }

    private static boolean noAnswer(Throwable failure) {
        return failure instanceof ModelException e && e.kind() == ModelException.Kind.NO_ANSWER;
    }

    private ModelRequest request(Talk talk, Step<?> step) {
        return new ModelRequest(
                modelName, talk.messages(), step.name(), step.schema(), 0.0, limits.answerTokens(), limits.timeout());
    }
}
