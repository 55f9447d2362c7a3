package dev.sightline.vision.analysis.conversation;

import dev.sightline.model.LanguageModel;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelAnswer.Usage;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelRequest;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Says what a script has it say, and keeps what it was asked. */
final class ScriptedModel implements LanguageModel {

    private final Deque<Object> script = new ArrayDeque<>();
    private final List<ModelRequest> asked = new ArrayList<>();

    ScriptedModel says(String json) {
        script.add(json.replace('\'', '"'));
        return this;
    }

    ScriptedModel fails(ModelException.Kind kind) {
        return fails(new ModelException(kind, "The provider said " + kind + "."));
    }

    ScriptedModel fails(ModelException failure) {
        script.add(failure);
        return this;
    }

    ScriptedModel breaks() {
        script.add(new IllegalStateException("secret words of the session"));
        return this;
    }

    List<ModelRequest> asked() {
        return asked;
    }

    @Override
    public Uni<ModelAnswer> answer(ModelRequest request) {
        asked.add(request);
        Object next = script.remove();
        return next instanceof RuntimeException failure
                ? Uni.createFrom().failure(failure)
                : Uni.createFrom().item(new ModelAnswer((String) next, new Usage(100, 10)));
    }
}
