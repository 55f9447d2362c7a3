package dev.sightline.observability.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A place in the events of a name, from the newest to the oldest.
 *
 * @param since the oldest that counts
 * @param before where to go on: events of that time go on with smaller ids than {@code beforeUuid}
 */
public record RecentEvents(String event, Instant since, Instant before, UUID beforeUuid) {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID LARGEST = new UUID(-1, -1);

    /** The newest one and on. */
    public static RecentEvents of(String event, Instant since) {
        return new RecentEvents(event, since, END_OF_TIME, LARGEST);
    }

    /** Where it goes on behind these, which are not empty. */
    public RecentEvents after(List<StoredEvent> seen) {
        StoredEvent last = seen.get(seen.size() - 1);
        return new RecentEvents(event, since, last.timestamp(), last.uuid());
    }
}
