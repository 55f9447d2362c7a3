package dev.sightline.vision.sweep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How estimates are made and kept (spec/vision.md 12). */
@ConfigMapping(prefix = "sightline.vision.estimate")
interface EstimateConfig {

    /** Days of recordings an estimate is made from. */
    @WithDefault("30")
    int windowDays();

    /** After this a kept estimate is made anew. */
    @WithDefault("24h")
    Duration staleAfter();

    /** How often a replica looks for stale estimates; {@code off} for never. */
    @WithDefault("15m")
    String refreshEvery();

    /** Estimates one run of the refresher makes at most. */
    @WithDefault("400")
    int perRun();

    /** Estimates it makes at a time. */
    @WithDefault("4")
    int atOnce();

    /** How long one may take in the background. */
    @WithDefault("60s")
    Duration budget();

    /** How long one may take while somebody waits. */
    @WithDefault("10s")
    Duration inlineBudget();
}
