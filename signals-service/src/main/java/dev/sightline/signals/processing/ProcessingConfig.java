package dev.sightline.signals.processing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How signals are buffered, grouped and judged. */
@ConfigMapping(prefix = "sightline.signals")
interface ProcessingConfig {

    /** Signals of a project that are grouped at once; that many waiting are due immediately. */
    @WithDefault("20")
    int batch();

    /** How long the first waiting signal of a project waits for company. */
    @WithDefault("5s")
    Duration flush();

    /** How often this replica looks for lanes that are due. Also the shortest time between two looks. */
    @WithDefault("100ms")
    Duration tick();

    /** How long a lane stays with a replica that does not show up; the longest silence before another takes over. */
    @WithDefault("30s")
    Duration lease();

    /** Projects that this replica groups at the same time. A lane needs one database connection while it stores. */
    @WithDefault("8")
    int lanes();

    /** Times a batch, and then each of its signals alone, is tried before it becomes a dead letter. */
    @WithDefault("3")
    int attempts();

    /** Wait after a failed attempt. */
    @WithDefault("10s")
    Duration retryWait();

    /** How long signals wait for a language model that is away before the local rules group them. */
    @WithDefault("15m")
    Duration modelPatience();

    /** Age up to which a signal is a candidate for others. */
    @WithDefault("30d")
    Duration window();

    /** Signals of one project kept for comparison at most; beyond that the oldest are no candidates any more. */
    @WithDefault("50000")
    int liveSignals();

    /** Memory for the signals that new ones are compared with, in megabytes; the projects unused longest are let go. */
    @WithDefault("256")
    int memory();
}
