package dev.sightline.observability.run.automatic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The evaluations of all projects that run by themselves. Never changes: a refresh makes another. */
final class Watches {

    static final Watches NONE = new Watches(Map.of());

    private final Map<UUID, Watch> byId;
    private final Map<Integer, List<Watch>> byProject;

    private Watches(Map<UUID, Watch> byId) {
        this.byId = byId;
        this.byProject = byId.values().stream()
                .collect(Collectors.groupingBy(watch -> watch.evaluation().projectId()));
    }

    static Watches of(List<Watch> watches) {
        return new Watches(watches.stream()
                .collect(Collectors.toMap(watch -> watch.evaluation().id(), Function.identity())));
    }

    List<Watch> of(int projectId) {
        return byProject.getOrDefault(projectId, List.of());
    }

    /** Whether it is known as it was at that save. */
    boolean knows(UUID id, int version) {
        Watch watch = byId.get(id);
        return watch != null && watch.evaluation().version() == version;
    }

    /** These again without those that are not kept, and with new ones. */
    Watches with(List<UUID> kept, List<Watch> changed) {
        Map<UUID, Watch> next = new HashMap<>();
        kept.stream().filter(byId::containsKey).forEach(id -> next.put(id, byId.get(id)));
        changed.forEach(watch -> next.put(watch.evaluation().id(), watch));
        return new Watches(next);
    }
}
