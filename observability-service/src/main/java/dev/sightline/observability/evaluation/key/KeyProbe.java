package dev.sightline.observability.evaluation.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelMessage;
import dev.sightline.model.ModelRequest;
import dev.sightline.model.provider.LanguageModels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Asks a provider whether it takes a key, with the smallest question there is. */
@ApplicationScoped
class KeyProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FEW_TOKENS = 16;

    /** No provider has it. That it is missed shows that the key was accepted: keys are looked at first. */
    private static final String NO_MODEL = "sightline-key-check";

    private final LanguageModels models;

    KeyProbe(LanguageModels models) {
        this.models = models;
    }

    /** A key to try. */
    record Trial(JudgeProvider provider, String secret, URI baseUrl) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Trial[" + provider + "]";
        }
    }

    /** What the provider says; never fails. */
    Uni<KeyFinding> ask(Trial trial) {
        return models.open(trial.provider().access(trial.secret(), trial.baseUrl()))
                .answer(question(trial.provider().defaultModel().orElse(NO_MODEL)))
                .replaceWith(KeyFinding.GOOD)
                .onFailure(ModelException.class)
                .recoverWithItem(failure -> KeyFinding.of(trial.provider(), failure));
    }

    private static ModelRequest question(String model) {
        ObjectNode schema =
                JsonNodeFactory.instance.objectNode().put("type", "object").put("additionalProperties", false);
        schema.putObject("properties").putObject("ok").put("type", "boolean");
        schema.putArray("required").add("ok");
        return new ModelRequest(
                model, List.of(ModelMessage.user("Answer ok.")), "check", schema, null, FEW_TOKENS, PATIENCE);
    }
}
