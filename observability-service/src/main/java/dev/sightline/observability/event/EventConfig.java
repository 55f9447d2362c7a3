package dev.sightline.observability.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long events are kept, in days of the event's own time. */
@ConfigMapping(prefix = "sightline.events")
interface EventConfig {

    /** Days an event is kept; older ones are not stored at all. */
    @WithDefault("90")
    int retentionDays();

    /** Days the heavy properties of AI events are kept; at most {@link #retentionDays()} makes sense. */
    @WithDefault("30")
    int contentRetentionDays();

    /** Days beyond today for which partitions exist before anything arrives. */
    @WithDefault("3")
    int daysAhead();
}
