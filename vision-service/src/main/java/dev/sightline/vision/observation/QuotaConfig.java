package dev.sightline.vision.observation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much an organization may have looked at. */
@ConfigMapping(prefix = "sightline.vision.quota")
public interface QuotaConfig {

    /** Observations an organization may have in a calendar month (UTC). */
    @WithDefault("3000")
    long monthly();
}
