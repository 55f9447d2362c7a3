package dev.sightline.signals.scout.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A scout whose time has come.
 *
 * @param lastRunAt null for one that never ran
 * @param interval wished between two runs
 * @param pristine whether its skill instructs as it was shipped
 */
record Due(
        int projectId,
        UUID configId,
        String skillName,
        int skillVersion,
        boolean pristine,
        Integer userId,
        Instant lastRunAt,
        Duration interval) {

    /** How much too late it is in seconds; one that never ran is later than all others. */
    double overdue(Instant now) {
        return lastRunAt == null
                ? Double.POSITIVE_INFINITY
                : Duration.between(lastRunAt, now).minus(interval).toMillis() / 1000.0;
    }
}
