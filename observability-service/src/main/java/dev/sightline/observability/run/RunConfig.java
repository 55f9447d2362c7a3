package dev.sightline.observability.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How runs are carried out. */
@ConfigMapping(prefix = "sightline.evaluations.runs")
interface RunConfig {

    /** Runs one replica has under way; most of their time is waiting for a model. */
    @WithDefault("64")
    int concurrency();

    /** Runs of one project under way on all replicas together, so that others are not kept waiting. */
    @WithDefault("16")
    int perProject();

    /** Runs of one project that begin within a minute; more wait. */
    @WithDefault("3000")
    int perMinute();

    /** How long a worker is believed alive after it last said so. */
    @WithDefault("1m")
    Duration lease();

    /** After this a run is given up; more than a judge may take with all its attempts. */
    @WithDefault("8m")
    Duration timeout();

    /** How often a run that was lost begins again. */
    @WithDefault("3")
    int maxAttempts();

    /** How long an event may take from being captured to being stored. */
    @WithDefault("1m")
    Duration eventPatience();

    /** Days a run can be read back. */
    @WithDefault("90")
    int retentionDays();
}
