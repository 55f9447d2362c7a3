package dev.sightline.signals.pipeline;

import dev.sightline.model.LanguageModel;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelRequest;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives the answers it was told to, in order, and remembers what it was asked. */
final class ScriptedModel implements LanguageModel {

    final List<ModelRequest> asked = new ArrayList<>();
    private final Deque<Uni<ModelAnswer>> answers = new ArrayDeque<>();

    static ScriptedModel answering(String... texts) {
        ScriptedModel model = new ScriptedModel();
        for (String text : texts) {
            model.answers.add(Uni.createFrom().item(new ModelAnswer(text, ModelAnswer.Usage.NONE)));
        }
        return model;
    }

    static ScriptedModel failing(RuntimeException failure) {
        ScriptedModel model = new ScriptedModel();
        model.answers.add(Uni.createFrom().failure(failure));
        return model;
    }

    ModelChoice choice() {
        return new ModelChoice(this, "scripted-1");
    }

    @Override
    public Uni<ModelAnswer> answer(ModelRequest request) {
        asked.add(request);
        return answers.remove();
    }
}
