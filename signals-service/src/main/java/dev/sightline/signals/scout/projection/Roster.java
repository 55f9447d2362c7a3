package dev.sightline.signals.scout.projection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people have set up in a project, what they deleted included. What changed last before the log began is not in it. */
public record Roster(List<Thing> things) {

    public static final Roster EMPTY = new Roster(List.of());

    /** Kinds of things, as the activity log calls them. */
    public static final String SCANNER = "ReplayScanner";

    public static final String EVALUATION = "Evaluation";
    public static final String DATASET = "Dataset";

    /** A thing that people made. */
    public record Thing(String kind, String id, String name, Standing standing) {

        /** Whether it is there and has been switched on all the time since. */
        public boolean runsSince(Instant moment) {
            return standing.enabled() != null && standing.enabled().isBefore(moment);
        }

        /** Whether it is there and switched on. */
        public boolean runs() {
            return standing.enabled() != null;
        }
    }

    /**
     * How a thing stands.
     *
     * @param there whether it has not been deleted
     * @param created null if that was not heard
     * @param changed when it was last changed
     * @param enabled since when it is switched on, or at least was found to be; null if it is not
     * @param used when something was last put into it; null for never
     */
    public record Standing(boolean there, Instant created, Instant changed, Instant enabled, Instant used) {}

    /** The things of a kind that are there. */
    public Stream<Thing> all(String kind) {
        return things.stream()
                .filter(thing -> thing.kind().equals(kind) && thing.standing().there());
    }

    /** A thing, deleted or not; empty if it was never heard of. */
    public Optional<Thing> find(String kind, String id) {
        return things.stream()
                .filter(thing -> thing.kind().equals(kind) && thing.id().equals(id))
                .findFirst();
    }
}
