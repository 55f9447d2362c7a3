package dev.sightline.signals.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reports are kept. */
@ConfigMapping(prefix = "sightline.signals.reports")
interface ReportConfig {

    /** How often tallies are added up. What is not yet added up is counted all the same, a little slower. */
    @WithDefault("5s")
    String tallyInterval();

    /** How long signals are kept (spec/signals.md 1.2). Reports stay, with what they counted. */
    @WithDefault("90d")
    Duration retention();

    /** How often signals that have been kept long enough are looked for. */
    @WithDefault("1h")
    String retentionInterval();
}
