package dev.sightline.observability.run;

import dev.sightline.observability.event.EventKey;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The event that is judged.
 *
 * @param day the UTC day of its time
 */
public record Target(UUID event, String name, LocalDate day) {

    EventKey key(int projectId) {
        return new EventKey(projectId, name, event, day);
    }
}
