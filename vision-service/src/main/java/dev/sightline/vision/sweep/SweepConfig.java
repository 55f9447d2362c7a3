package dev.sightline.vision.sweep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How scanners look without being asked (spec/vision.md 14). */
@ConfigMapping(prefix = "sightline.vision.sweep")
public interface SweepConfig {

    /** How often each enabled scanner looks for sessions that have ended. */
    @WithDefault("5m")
    Duration interval();

    /** How often a replica asks whose turn it is; {@code off} for a replica that does not sweep. */
    @WithDefault("5s")
    String tick();

    /** How long ago a session's last item must be: 30 minutes of silence and 5 for what is on its way. */
    @WithDefault("35m")
    Duration settle();

    /** Observations a scanner may have in flight. */
    @WithDefault("150")
    int maxPerScanner();

    /** Observations the scanners of a project may have in flight together. */
    @WithDefault("300")
    int maxPerProject();

    /** Sessions that begin longer than this before the watermark are not looked for: none lasts that long. */
    @WithDefault("26h")
    Duration lookBack();

    /** Sessions whose id is longer do not fit into the id of a job. */
    @WithDefault("128")
    int maxSessionId();

    /** How long the search for sessions may take. */
    @WithDefault("180s")
    Duration budget();
}
