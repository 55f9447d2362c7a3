package dev.sightline.signals.signal;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which sources the projects have switched on or off. */
public interface SourceSwitches {

    /** The switches of some projects, all read at one moment. */
    Uni<Switches> of(Collection<Integer> projectIds);

    /**
     * How one source stands.
     *
     * @param evaluations the ids of those that may speak, where the source is the evaluations
     */
    record Switch(boolean enabled, Set<String> evaluations) {}

    /** What was read: the switches of each project. */
    record Switches(Map<Integer, Map<SignalSource, Switch>> byProject) {

        /** Empty where the project never decided. */
        public Optional<Switch> find(int projectId, SignalSource source) {
            return Optional.ofNullable(
                    byProject.getOrDefault(projectId, Map.of()).get(source));
        }
    }
}
