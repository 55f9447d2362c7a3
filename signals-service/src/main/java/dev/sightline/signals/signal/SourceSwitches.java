package dev.sightline.signals.signal;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Which sources the projects have switched on or off. */
public interface SourceSwitches {

    /** The switches of some projects, all read at one moment. */
    Uni<Switches> of(Collection<Integer> projectIds);

    /** What was read: for each project its sources and whether they are on. */
    record Switches(Map<Integer, Map<SignalSource, Boolean>> byProject) {

        /** Empty where the project never decided. */
        public Optional<Boolean> enabled(int projectId, SignalSource source) {
            return Optional.ofNullable(
                    byProject.getOrDefault(projectId, Map.of()).get(source));
        }
    }
}
