package dev.sightline.model.provider;

import dev.sightline.model.LanguageModel;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelException.Complaint;
import dev.sightline.model.ModelRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens models of providers.
 *
 * <p>A call of such a model is one HTTP request: it is not repeated here, because only the caller knows how many attempts
 * its question is worth. Only a model that refuses to take a schema is asked a second time, with the schema in words. No
 * thread waits for the answer. Schemas must be closed, every member required, because some providers take no others; the
 * keywords a provider does not know are left out of what it is sent.
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
        return request -> metrics.watch(access.provider(), ask(access, request));
    }

    private Uni<ModelAnswer> ask(ProviderAccess access, ModelRequest request) {
        return new Conversation(access, request)
                .hold(transport)
                .onFailure(LanguageModels::isOfTheSchema)
                .recoverWithUni(() -> new Conversation(access, SpokenSchema.of(request)).hold(transport));
    }

    private static boolean isOfTheSchema(Throwable failure) {
        return failure instanceof ModelException refusal && refusal.complaint() == Complaint.SCHEMA;
    }
}
