package dev.sightline.vision.scanner;

import dev.sightline.api.ApiException;
import dev.sightline.json.Wire;
import dev.sightline.model.provider.Provider;
import dev.sightline.vision.analysis.conversation.ModelAnalysts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Who may answer for a scanner: providers are a closed list, models free text but where a provider has a list of them. */
@ApplicationScoped
class ScannerProviders {

    private static final List<String> ALL = List.of("google", "openai", "anthropic", "openai_compatible", "local");

    private final ScannerDefaults defaults;
    private final ModelAnalysts models;

    ScannerProviders(ScannerDefaults defaults, ModelAnalysts models) {
        this.defaults = defaults;
        this.models = models;
    }

    /** The provider that was sent, or that of scanners that name none. */
    String orDefault(String sent) {
        return Optional.ofNullable(sent).orElse(defaults.provider());
    }

    /** A 400 at the provider or the model that a scanner may not have. */
    void check(ScannerEntity scanner) {
        if (!ALL.contains(scanner.provider)) {
            throw ApiException.invalidChoice("provider", scanner.provider);
        }
        Optional<Provider> provider = Wire.find(Provider.class, scanner.provider);
        if (provider.isPresent() && !models.knows(provider.get(), scanner.model)) {
            throw ApiException.invalidChoice("model", scanner.model);
        }
    }
}
