package dev.sightline.observability.evaluation.program;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How programs of evaluations run. */
@ConfigMapping(prefix = "sightline.evaluations.programs")
public interface ProgramConfig {

    /** Threads; as many as processors by default, because programs do nothing but compute. */
    OptionalInt threads();

    /** Wall-clock time of one run. */
    @WithDefault("10s")
    Duration time();

    /** All samples of a trial together, which somebody waits for. */
    @WithDefault("30s")
    Duration trialTime();
}
