package dev.sightline.signals.scout.projection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long projections reach back and when they are out of date. */
@ConfigMapping(prefix = "sightline.scouts.projection")
interface ProjectionConfig {

    /** Days that are kept. */
    @WithDefault("60")
    int days();

    /** Things of a kind, models for example, of which a day is kept; what strangers name beyond them is left out. */
    @WithDefault("500")
    int things();

    /** Silence of a projection after which it counts as out of date. */
    @WithDefault("15m")
    Duration staleAfter();

    /** Messages not yet applied up to which a projection counts as up to date. */
    @WithDefault("10000")
    long behind();
}
