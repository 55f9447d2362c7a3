package dev.sightline.signals.pipeline;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Keeps a model's answers for a while, so that work which starts over after a crash does not pay for them again. Keys
 * stand for the whole question.
 */
public interface AnswerStore {

    /** Keeps nothing. */
    AnswerStore NONE = new AnswerStore() {
        @Override
        public Uni<Optional<String>> find(String key) {
            return Uni.createFrom().item(Optional.empty());
        }

        @Override
        public Uni<Void> keep(String key, String answer) {
            return Uni.createFrom().voidItem();
        }
    };

    Uni<Optional<String>> find(String key);

    /** Keeps an answer that held. */
    Uni<Void> keep(String key, String answer);
}
