package dev.sightline.signals.pipeline;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@link LiveSignals} of the projects whose lanes this replica owns, bounded by the bytes they take: when they take
 * more, those that were not asked for longest leave and must be loaded again. Safe for use by several threads.
 */
public final class LiveProjects {

    private final long maxBytes;
    private final Map<Integer, LiveSignals> byProject = new LinkedHashMap<>(16, 0.75f, true);

    public LiveProjects(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The project's signals, empty when they have to be loaded. */
    public synchronized Optional<LiveSignals> find(int projectId) {
        return Optional.ofNullable(byProject.get(projectId));
    }

    /** Keeps what was loaded and evicts others while there is too much; never the project itself. */
    public synchronized void keep(int projectId, LiveSignals signals) {
        byProject.put(projectId, signals);
        Iterator<Integer> leastUsed = byProject.keySet().iterator();
        for (long excess = bytes() - maxBytes; excess > 0 && byProject.size() > 1; excess = bytes() - maxBytes) {
            leastUsed.next();
            leastUsed.remove();
        }
    }

    /** Forgets a project whose lane went to another replica. */
    public synchronized void release(int projectId) {
        byProject.remove(projectId);
    }

    /** Bytes held, roughly. */
    public synchronized long bytes() {
        return byProject.values().stream().mapToLong(LiveSignals::bytes).sum();
    }
}
