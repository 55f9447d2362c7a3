package dev.sightline.observability.run.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelMessage;
import dev.sightline.model.ModelRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks judges, again if the provider could not answer just now. */
@ApplicationScoped
class Asking {

    private final JudgeConfig config;

    Asking(JudgeConfig config) {
        this.config = config;
    }

    /** What is asked, and in which form the answer is wanted. */
    record Question(List<ModelMessage> messages, String schemaName, ObjectNode schema) {}

    /** Fails with a {@link JudgeFailure}. */
    Uni<ModelAnswer> ask(JudgeAccess judge, Question question) {
        ModelRequest request = new ModelRequest(
                judge.model(),
                question.messages(),
                question.schemaName(),
                question.schema(),
                null,
                config.answerTokens(),
                config.timeout());
        Uni<ModelAnswer> answer =
                Uni.createFrom().deferred(() -> judge.languageModel().answer(request));
        return patiently(answer)
                .onFailure(ModelException.class)
                .transform(failure -> new ProviderFailures(judge.key().id()).of(failure));
    }

    private Uni<ModelAnswer> patiently(Uni<ModelAnswer> answer) {
        return config.attempts() < 2
                ? answer
                : answer.onFailure(Asking::mayPass)
                        .retry()
                        .withBackOff(config.firstWait(), config.longestWait())
                        .atMost(config.attempts() - 1L);
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof ModelException model
                && model.kind() == ModelException.Kind.TRANSIENT
                && model.complaint() != ModelException.Complaint.QUOTA;
    }
}
