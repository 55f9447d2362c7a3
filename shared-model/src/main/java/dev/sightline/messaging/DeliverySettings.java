package dev.sightline.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often and how long messages are tried. */
@ConfigMapping(prefix = "sightline.deliveries")
interface DeliverySettings {

    /** Attempts on a message that fails by itself before it goes to the dead letters. */
    @WithDefault("3")
    int attempts();

    /** Pause before the second attempt; it doubles from then on. */
    @WithDefault("200ms")
    Duration firstPause();

    /** Longest pause while the database or the broker is away. */
    @WithDefault("10s")
    Duration maxPause();
}
