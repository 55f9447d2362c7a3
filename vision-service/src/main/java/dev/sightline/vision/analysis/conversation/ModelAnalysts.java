package dev.sightline.vision.analysis.conversation;

import static dev.sightline.model.provider.Provider.OPENAI_COMPATIBLE;

import dev.sightline.json.Wire;
import dev.sightline.model.provider.LanguageModels;
import dev.sightline.model.provider.Provider;
import dev.sightline.model.provider.ProviderAccess;
import dev.sightline.vision.analysis.Analysis;
import dev.sightline.vision.analysis.AnalysisException;
import dev.sightline.vision.analysis.AnalysisRequest;
import dev.sightline.vision.analysis.FailureKind;
import dev.sightline.vision.analysis.SessionAnalyst;
import dev.sightline.vision.analysis.conversation.ModelProviders.Access;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** The analysts that ask the configured providers. What is missing in the configuration fails the scan and is named. */
@ApplicationScoped
public class ModelAnalysts {

    /** The model of the contract's default, known whatever a list says. */
    private static final String ALWAYS_KNOWN = "gemini-3-flash-preview";

    private final LanguageModels models;
    private final ModelProviders providers;
    private final ConversationLimits limits;

    ModelAnalysts(LanguageModels models, ModelProviders providers, ConversationLimits limits) {
        this.models = models;
        this.providers = providers;
        this.limits = limits;
    }

    public SessionAnalyst of(Provider provider) {
        return request -> Uni.createFrom().deferred(() -> analyse(provider, request));
    }

    /** Whether scanners may name this model. */
    public boolean knows(Provider provider, String model) {
        return model.equals(ALWAYS_KNOWN)
                || access(provider).models().map(list -> list.contains(model)).orElse(true);
    }

    private Uni<Analysis> analyse(Provider provider, AnalysisRequest request) {
        Access access = access(provider);
        require(access.apiKey().isPresent() || provider == OPENAI_COMPATIBLE, provider, "api-key");
        require(access.baseUrl().isPresent() || provider != OPENAI_COMPATIBLE, provider, "base-url");
        requireKnown(provider, request.model());
        ProviderAccess reach = new ProviderAccess(
                provider, access.apiKey().orElse(null), access.baseUrl().orElse(null));
        return new ModelAnalyst(models.open(reach), limits).analyse(request);
    }

    private Access access(Provider provider) {
        return switch (provider) {
            case GOOGLE -> providers.google();
            case OPENAI -> providers.openai();
            case ANTHROPIC -> providers.anthropic();
            case OPENAI_COMPATIBLE -> providers.openaiCompatible();
        };
    }

    private void requireKnown(Provider provider, String model) {
        if (!knows(provider, model)) {
            throw rejected("The model is not in this installation's list of the provider " + Wire.name(provider) + ".");
        }
    }

    private static void require(boolean present, Provider provider, String setting) {
        if (!present) {
            String name = "sightline.vision.providers." + Wire.name(provider).replace('_', '-') + "." + setting;
            throw rejected("The provider " + Wire.name(provider) + " is not set up in this installation: " + name + " ("
                    + environment(name) + ") is missing.");
        }
    }

    private static String environment(String setting) {
        return setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static AnalysisException rejected(String message) {
        return new AnalysisException(FailureKind.PROVIDER_REJECTED, message, null);
    }
}
