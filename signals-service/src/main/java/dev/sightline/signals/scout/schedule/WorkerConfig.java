package dev.sightline.signals.scout.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How waiting runs are carried out. */
@ConfigMapping(prefix = "sightline.scouts.workers")
interface WorkerConfig {

    /** How often this replica looks for waiting runs. */
    @WithDefault("1s")
    Duration poll();

    /** Runs taken at once; runs of one project share what is read of it. */
    @WithDefault("140")
    int batch();

    /** Batches that this replica carries out at the same time. */
    @WithDefault("2")
    int parallel();

    /** Runs that ask a model at the same time. */
    @WithDefault("4")
    int conversations();

    /** The longest a detector may compute. */
    @WithDefault("60s")
    Duration detectorTime();
}
