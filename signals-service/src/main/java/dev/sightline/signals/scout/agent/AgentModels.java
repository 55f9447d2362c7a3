package dev.sightline.signals.scout.agent;

import dev.sightline.model.LanguageModel;
import java.time.Duration;
import java.util.Optional;

/** The language models that scouts may ask. */
public interface AgentModels {

    /** The model for the scouts of a project; empty if none is configured. */
    Optional<Choice> of(int projectId);

    /**
     * A model and how it is asked.
     *
     * @param name the provider's name of the model
     * @param timeout of one answer
     */
    record Choice(LanguageModel model, String name, int maxAnswerTokens, Duration timeout) {}
}
