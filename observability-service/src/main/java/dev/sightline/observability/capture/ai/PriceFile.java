package dev.sightline.observability.capture.ai;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sightline.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The price list as it is kept: US dollars for a million tokens, as each provider published them on a day. */
record PriceFile(List<Provider> providers) {

    /**
     * The models of one provider.
     *
     * @param asOf the day its prices were read
     */
    record Provider(String provider, LocalDate asOf, List<Model> models) {}

    /** One model; the prices of cached tokens may be absent. */
    record Model(
            String model,
            BigDecimal input,
            BigDecimal output,
            BigDecimal cacheRead,
            BigDecimal cacheWrite,
            BigDecimal longCacheWrite) {}

    /** The list that comes with Sightline. */
    static PriceFile bundled() {
        try (InputStream file = PriceFile.class.getResourceAsStream("prices.json")) {
            return Json.mapper().readValue(file, PriceFile.class).checked();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A list of one's own.
     *
     * @throws IllegalStateException with the file and the reason if it is not such a list
     */
    static PriceFile of(Path path) {
        try {
            return Json.mapper()
                    .readValue(Files.readAllBytes(path), PriceFile.class)
                    .checked();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(path + ": " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(path + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PriceFile checked() {
        require(providers != null, "providers is missing");
        providers.forEach(PriceFile::check);
        return this;
    }

    private static void check(Provider provider) {
        require(provider.provider() != null && provider.asOf() != null, "a provider lacks its name or as_of");
        require(provider.models() != null, provider.provider() + " lacks models");
        provider.models()
                .forEach(model -> require(
                        model.model() != null && model.input() != null && model.output() != null,
                        provider.provider() + ": model " + model.model() + " lacks input or output"));
    }

    private static void require(boolean holds, String flaw) {
        if (!holds) {
            throw new IllegalArgumentException(flaw);
        }
    }
}
