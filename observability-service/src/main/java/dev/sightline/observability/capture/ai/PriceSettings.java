package dev.sightline.observability.capture.ai;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the prices of model calls come from. */
@ConfigMapping(prefix = "sightline.prices")
interface PriceSettings {

    /** A list in the form of the bundled one, instead of it: for contract prices, or newer ones. */
    Optional<Path> file();
}
