package dev.sightline.vision.observation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How observation jobs run. */
@ConfigMapping(prefix = "sightline.vision.jobs")
public interface JobConfig {

    /** Jobs one replica runs at a time; most of the time of a job is waiting for a model. */
    @WithDefault("200")
    int concurrency();

    /** How long a worker is believed alive after it last said so. */
    @WithDefault("5m")
    Duration lease();

    /** After this the job is given up; more than a model may take with all its attempts. */
    @WithDefault("1h")
    Duration timeout();

    /** How often a lost job is started again before it is given up. */
    @WithDefault("3")
    int maxAttempts();

    /** Lost jobs that are started again, or given up, at a time. */
    @WithDefault("500")
    int reapAtOnce();
}
