package dev.sightline.signals.model;

import dev.sightline.model.LanguageModel;
import dev.sightline.model.provider.LanguageModels;
import dev.sightline.model.provider.Provider;
import dev.sightline.model.provider.ProviderAccess;
import dev.sightline.signals.pipeline.ModelChoice;
import dev.sightline.signals.pipeline.ModelChoice.Limits;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The language model that the operator has configured for signals, off by default. */
@ApplicationScoped
public class SignalModel {

    /** Before the service waits for any server. */
    private static final int EARLY = -100;

    private static final Logger LOG = Logger.getLogger(SignalModel.class);
    private static final String PREFIX = "sightline.signals.model.";

    private final ModelConfig config;
    private final LanguageModels models;
    private final StoredAnswers answers;
    private final MeterRegistry metrics;

    SignalModel(ModelConfig config, LanguageModels models, StoredAnswers answers, MeterRegistry metrics) {
        this.config = config;
        this.models = models;
        this.answers = answers;
        this.metrics = metrics;
    }

    /** A half-configured model stops the start: nobody should learn from the inbox that a key is missing. */
    void check(@Observes @Priority(EARLY) StartupEvent event) {
        access().ifPresentOrElse(
                        access -> LOG.infof(
                                "Signals use a language model provider=%s name=%s", access.provider(), name()),
                        () -> LOG.info("Signals use local rules, no language model configured"));
    }

    /** The model for a project's signals; empty where local rules decide. */
    public Optional<ModelChoice> of(int projectId) {
        boolean meant = config.projects().map(ids -> ids.contains(projectId)).orElse(true);
        return meant ? access().map(access -> choice(projectId, models.open(access))) : Optional.empty();
    }

    private ModelChoice choice(int projectId, LanguageModel model) {
        return new ModelChoice(
                new MeteredModel(model, metrics),
                name(),
                new Limits(config.answerTokens(), config.timeout()),
                answers.of(projectId));
    }

    Optional<ProviderAccess> access() {
        return config.provider().map(this::access);
    }

    private ProviderAccess access(Provider provider) {
        name();
        if (provider == Provider.OPENAI_COMPATIBLE) {
            need("base-url", config.baseUrl());
        } else {
            need("api-key", config.apiKey());
        }
        return new ProviderAccess(
                provider, config.apiKey().orElse(""), config.baseUrl().orElse(null));
    }

    private String name() {
        return need("name", config.name());
    }

    private static <T> T need(String setting, Optional<T> value) {
        return value.orElseThrow(() -> new ConfigurationException(
                PREFIX + setting + " is required with " + PREFIX + "provider, but not set."));
    }
}
