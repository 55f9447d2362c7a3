package dev.sightline.signals.scout.projection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.ActivityLogged;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What the messages of a batch say of a thing: how it stands after the last of them. */
record RosterEntry(Key key, String name, boolean there, boolean enabled, Times times) {

    private static final Set<String> SWITCHES = Set.of("enabled", "deleted");

    /** Which thing. */
    record Key(int projectId, String kind, String id) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::projectId).thenComparing(Key::kind).thenComparing(Key::id);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * When it was.
     *
     * @param created null if no message is about that
     * @param enabled when it was switched on; null if no message is about that
     */
    record Times(Instant heard, Instant created, Instant enabled, Instant changed) {}

    static RosterEntry of(ActivityLogged message) {
        boolean made = "created".equals(message.activity());
        boolean there = !"deleted".equals(message.activity());
        boolean enabled = there && message.detail().path("enabled").asBoolean(true);
        Instant at = message.at();
        return new RosterEntry(
                new Key(message.projectId(), message.scope(), Entities.of(message.itemId())),
                message.itemName() == null ? "" : Entities.of(message.itemName()),
                there,
                enabled,
                new Times(at, made ? at : null, enabled && (made || switches(message)) ? at : null, at));
    }

    private static boolean switches(ActivityLogged message) {
        JsonNode changes = message.detail().path("changes");
        return StreamSupport.stream(changes.spliterator(), false)
                .anyMatch(change -> SWITCHES.contains(change.path("field").asText()));
    }

    /** The same after a later message. */
    RosterEntry then(RosterEntry later) {
        return new RosterEntry(
                key,
                later.name,
                later.there,
                later.enabled,
                new Times(
                        times.heard,
                        times.created == null ? later.times.created : times.created,
                        later.times.enabled == null ? times.enabled : later.times.enabled,
                        later.times.changed));
    }
}
