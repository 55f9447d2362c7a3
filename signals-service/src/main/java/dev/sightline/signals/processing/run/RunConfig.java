package dev.sightline.signals.processing.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reports are judged. */
@ConfigMapping(prefix = "sightline.signals.run")
interface RunConfig {

    /** Reports that this replica judges at the same time. */
    @WithDefault("4")
    int parallel();

    /** How often this replica looks for reports that were chosen. */
    @WithDefault("100ms")
    Duration tick();

    /** How long a run stays with a replica that does not show up; then another one starts over. */
    @WithDefault("60s")
    Duration lease();

    /** Runs of a report that may be lost or put off one after the other before the report fails. */
    @WithDefault("5")
    int attempts();

    /** How long a run rests when the model or GitHub is away; twice as long each further time. */
    @WithDefault("1m")
    Duration retryWait();
}
