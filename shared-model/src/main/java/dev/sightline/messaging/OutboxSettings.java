package dev.sightline.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay publishes. */
@ConfigMapping(prefix = "sightline.outbox")
interface OutboxSettings {

    /** Whether this replica publishes at all. */
    @WithDefault("true")
    boolean enabled();

    /** How long a notice that got lost delays a message at most. */
    @WithDefault("5s")
    Duration poll();

    /** Messages a turn takes at most. */
    @WithDefault("500")
    int batch();

    /** Bytes of payload a turn takes at most; a single larger message still goes. */
    @WithDefault("8388608")
    long batchBytes();

    /** Lanes a turn takes at most; the others are left to other replicas. */
    @WithDefault("4")
    int lanes();

    /** How long a turn waits for the broker before it leaves its messages to the next one. */
    @WithDefault("10s")
    Duration deadline();

    /** How often age and number of the waiting messages are measured. */
    @WithDefault("10s")
    Duration measureInterval();

    /** Longest pause between turns while the broker or the database is away. */
    @WithDefault("5s")
    Duration maxBackoff();
}
