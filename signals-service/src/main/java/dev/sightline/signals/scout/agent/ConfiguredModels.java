package dev.sightline.signals.scout.agent;

import dev.sightline.signals.model.SignalModel;
import dev.sightline.signals.pipeline.ModelChoice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The model that is configured for signals is the scouts' too. */
@ApplicationScoped
class ConfiguredModels implements AgentModels {

    private final SignalModel signals;

    ConfiguredModels(SignalModel signals) {
        this.signals = signals;
    }

    @Override
    public Optional<Choice> of(int projectId) {
        return signals.of(projectId).map(ConfiguredModels::choice);
    }

    private static Choice choice(ModelChoice model) {
        return new Choice(
                model.model(),
                model.name(),
                model.limits().answerTokens(),
                model.limits().timeout());
    }
}
