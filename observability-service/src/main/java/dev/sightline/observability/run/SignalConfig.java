package dev.sightline.observability.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Signals from verdicts. */
@ConfigMapping(prefix = "sightline.evaluations.signals")
interface SignalConfig {

    /** Signals of one evaluation on a UTC day; 0 for none. Each costs one more question to the judge's model. */
    @WithDefault("20")
    int perDay();

    /** How long a verdict waits to be put into words; then it goes without a signal. */
    @WithDefault("2m")
    Duration patience();
}
