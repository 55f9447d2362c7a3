package dev.sightline.vision.scanner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a scanner gets when the request does not say. */
@ConfigMapping(prefix = "sightline.vision.scanner")
interface ScannerDefaults {

    /** The provider of scanners that name none. */
    @WithDefault("google")
    String provider();
}
