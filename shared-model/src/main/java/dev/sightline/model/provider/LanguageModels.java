package dev.sightline.model.provider;

import dev.sightline.model.LanguageModel;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens models of providers.
 *
 * <p>A call of such a model is one HTTP request: it is not repeated here, because only the caller knows how many attempts
 * its question is worth. No thread waits for the answer. Schemas must be closed, every member required, because some
 * providers take no others; the keywords a provider does not know are left out of what it is sent.
 */
@ApplicationScoped
public class LanguageModels {

    private final Transport transport;
    private final ModelMetrics metrics;

    LanguageModels(Transport transport, ModelMetrics metrics) {
        this.transport = transport;
        this.metrics = metrics;
    }

    /** Cheap: nothing is connected, resolved or checked before the model is asked. */
    public LanguageModel open(ProviderAccess access) {
        return request -> metrics.watch(access.provider(), new Conversation(access, request).hold(transport));
    }
}
