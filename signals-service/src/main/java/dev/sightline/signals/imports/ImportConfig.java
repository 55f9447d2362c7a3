package dev.sightline.signals.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How sources are imported. */
@ConfigMapping(prefix = "sightline.imports")
interface ImportConfig {

    /** How often this replica looks for an import that is due. */
    @WithDefault("10s")
    String tick();

    /** Rest between two imports of one source. */
    @WithDefault("5m")
    Duration interval();

    /** How long an import stays with a replica that does not show up; reading one repository must not take longer. */
    @WithDefault("15m")
    Duration lease();

    /**
     * How long a model may take over the issues of one repository; those it did not get to pass unseen. Less than
     * {@link #lease}.
     */
    @WithDefault("10m")
    Duration screening();

    /** How far the first import of a repository looks back. */
    @WithDefault("1d")
    Duration lookBack();
}
