package dev.sightline.vision.recording;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How recordings are kept. */
@ConfigMapping(prefix = "sightline.vision.recording")
public interface RecordingConfig {

    /** Days from the start day of a session until it may be dropped. */
    @WithDefault("30")
    int retentionDays();

    /** Days for which partitions of blocks are made ahead. */
    @WithDefault("3")
    int partitionsAhead();

    /** Whether console lines of a page are counted. */
    @WithDefault("true")
    boolean console();

    /** The most events of one session an analysis is shown. */
    @WithDefault("50000")
    int maxEvents();
}
