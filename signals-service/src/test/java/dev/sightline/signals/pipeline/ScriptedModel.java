package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.model.LanguageModel;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelRequest;
import dev.sightline.signals.pipeline.ModelChoice.Limits;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the answers it was told to, in order, and remembers what it was asked. */
final class ScriptedModel implements LanguageModel {

    static final ModelException AWAY = new ModelException(ModelException.Kind.TRANSIENT, "The provider is away.");
    static final ModelException REFUSED =
            new ModelException(ModelException.Kind.REJECTED, "The provider refuses.", 400, null, null);

    final List<ModelRequest> asked = new ArrayList<>();
    private final Deque<Uni<ModelAnswer>> answers = new ArrayDeque<>();

    static ScriptedModel answering(String... texts) {
        ScriptedModel model = new ScriptedModel();
        for (String text : texts) {
            model.then(text);
        }
        return model;
    }

    static ScriptedModel failing(RuntimeException failure) {
        return new ScriptedModel().then(failure);
    }

    ScriptedModel then(String text) {
        answers.add(Uni.createFrom().item(new ModelAnswer(text, ModelAnswer.Usage.NONE)));
        return this;
    }

    ScriptedModel then(RuntimeException failure) {
        answers.add(Uni.createFrom().failure(failure));
        return this;
    }

    ModelChoice choice() {
        return choice(AnswerStore.NONE);
    }

    ModelChoice choice(AnswerStore store) {
        return new ModelChoice(this, "scripted-1", Limits.USUAL, store);
    }

    /** The names of the questions, in order. */
    List<String> questions() {
        return asked.stream().map(ModelRequest::schemaName).toList();
    }

    /** What a question was about. */
    JsonNode material(int question) {
        return Json.read(asked.get(question).messages().get(1).text(), JsonNode.class);
    }

    @Override
    public Uni<ModelAnswer> answer(ModelRequest request) {
        asked.add(request);
        if (answers.isEmpty()) {
            throw new AssertionError("Not expected to be asked for " + request.schemaName());
        }
        return answers.remove();
    }

    /** Keeps answers in memory. */
    static final class Kept implements AnswerStore {

        final Map<String, String> answers = new HashMap<>();

        @Override
        public Uni<Optional<String>> find(String key) {
            return Uni.createFrom().item(Optional.ofNullable(answers.get(key)));
        }

        @Override
        public Uni<Void> keep(String key, String answer) {
            answers.put(key, answer);
            return Uni.createFrom().voidItem();
        }
    }
}
