package dev.sightline.observability.capture.ai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a model costs by the name that a client sends. */
@ApplicationScoped
class PriceList {

    /** What providers append to a model's name for one build of it: dates and versions, but never another model. */
    private static final Pattern BUILD = Pattern.compile(
            "([-@:](\\d{3,4}|\\d{8}|\\d{4}-\\d\\d-\\d\\d|\\d\\d-\\d{4}|latest|preview|v\\d+)(:\\d+)?)+$");

    /** What routers and clouds put before it. */
    private static final Pattern ROUTE = Pattern.compile("^(.*/)?((\\w+\\.)*anthropic\\.)?");

    private final Map<String, Price> prices = new HashMap<>();

    @Inject
    PriceList(PriceSettings settings) {
        this(settings.file().map(PriceFile::of).orElseGet(PriceFile::bundled));
    }

    PriceList(PriceFile file) {
        file.providers().forEach(provider -> provider.models()
                .forEach(model -> prices.put(name(model.model()), Price.perMillion(provider, model))));
    }

    /** The price of a model, of a build of it, or of it behind a router; empty for one the list does not name. */
    Optional<Price> of(String model) {
        String name = ROUTE.matcher(name(model)).replaceFirst("");
        return exactly(name).or(() -> exactly(BUILD.matcher(name).replaceFirst("")));
    }

    private Optional<Price> exactly(String name) {
        Price price = prices.get(name);
        return Optional.ofNullable(price == null ? prices.get(name.replace('.', '-')) : price);
    }

    private static String name(String model) {
        return model.toLowerCase(Locale.ROOT).trim();
    }
}
