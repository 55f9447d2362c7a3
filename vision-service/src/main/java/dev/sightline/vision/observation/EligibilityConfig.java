package dev.sightline.vision.observation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which sessions are worth looking at (spec/vision.md 14.3). */
@ConfigMapping(prefix = "sightline.vision.eligibility")
public interface EligibilityConfig {

    /** Least duration in seconds. */
    @WithDefault("15")
    double minDuration();

    /** Least seconds in which somebody did something. */
    @WithDefault("10")
    double minActive();

    /** Most seconds in which somebody did something. */
    @WithDefault("3600")
    double maxActive();

    /** How long after the last recorded data a session's events may still come in. */
    @WithDefault("10s")
    Duration eventsGrace();
}
