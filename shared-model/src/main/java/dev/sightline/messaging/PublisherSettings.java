package dev.sightline.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the edge publishes. */
@ConfigMapping(prefix = "sightline.publisher")
interface PublisherSettings {

    /** How long the broker may take before a message counts as not stored. */
    @WithDefault("10s")
    Duration patience();

    /** Bytes that may wait for the broker at once; beyond, messages are turned away at the door. */
    @WithDefault("50331648")
    long maxPendingBytes();
}
