package dev.sightline.signals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.model.provider.Provider;
import dev.sightline.model.provider.ProviderAccess;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalModelTest {

    @Test
    void thereIsNoneUnlessAProviderIsNamed() {
        assertEquals(Optional.empty(), with(Map.of("name", "m", "api-key", "k")).access());
    }

    @Test
    void aProviderNeedsItsKeyAndTheModelsName() {
        ProviderAccess access = with(Map.of("provider", "anthropic", "name", "m", "api-key", "k"))
                .access()
                .orElseThrow();

        assertEquals(new ProviderAccess(Provider.ANTHROPIC, "k", null), access);
    }

    @Test
    void aServerOfOnesOwnNeedsItsUrlButNoKey() {
        ProviderAccess access = with(Map.of(
                        "provider", "openai_compatible", "name", "m", "base-url", "http://localhost:11434/v1"))
                .access()
                .orElseThrow();

        assertEquals(URI.create("http://localhost:11434/v1"), access.baseUrl());
    }

    @ParameterizedTest
    @CsvSource({
        "google,            m, , ,        api-key",
        "openai,            , k, ,        name",
        "openai_compatible, m, k, ,       base-url"
    })
    void whatIsMissingStopsTheStart(String provider, String name, String key, String url, String missing) {
        Map<String, String> settings = new HashMap<>();
        settings.put("provider", provider);
        Optional.ofNullable(name).ifPresent(value -> settings.put("name", value));
        Optional.ofNullable(key).ifPresent(value -> settings.put("api-key", value));
        Optional.ofNullable(url).ifPresent(value -> settings.put("base-url", value));
        SignalModel model = with(settings);

        String message = assertThrows(ConfigurationException.class, () -> model.check(null))
                .getMessage();

        assertTrue(message.startsWith("sightline.signals.model." + missing + " is required"), message);
    }

    private static SignalModel with(Map<String, String> settings) {
        Map<String, String> values = new HashMap<>();
        settings.forEach((name, value) -> values.put("sightline.signals.model." + name, value));
        ModelConfig config = new SmallRyeConfigBuilder()
                .withMapping(ModelConfig.class)
                .withDefaultValues(values)
                .withConverter(Duration.class, 300, new DurationConverter())
                .build()
                .getConfigMapping(ModelConfig.class);
        return new SignalModel(config, null, null, null);
    }
}
