package dev.sightline.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long applied messages are remembered. */
@ConfigMapping(prefix = "sightline.inbox")
interface InboxSettings {

    /** Longer than a topic keeps its messages, so that none can come back after it was forgotten. */
    @WithDefault("14d")
    Duration retention();

    /** How often the forgettable ones are deleted. */
    @WithDefault("1h")
    Duration retentionInterval();
}
