package dev.sightline.vision.scanner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a scanner gets when the request does not say. */
@ConfigMapping(prefix = "sightline.vision.scanner")
interface ScannerDefaults {

    /** The provider of scanners that name none. */
    @WithDefault("google")
    String provider();

    /** How far back the watermark of a new scanner lies: what ended in that time is just settled. */
    @WithDefault("35m")
    Duration settle();
}
