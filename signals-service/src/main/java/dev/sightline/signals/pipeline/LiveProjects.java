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
    private final Map<Integer, Held> byProject = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** What a project took when it was last asked for. */
    private record Held(LiveSignals signals, long bytes) {}

    public LiveProjects(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The project's signals, empty when they have to be loaded. */
    public synchronized Optional<LiveSignals> find(int projectId) {
        Optional<LiveSignals> found =
                Optional.ofNullable(byProject.get(projectId)).map(Held::signals);
        found.ifPresent(signals -> count(projectId, signals));
        return found;
    }

    /** Keeps what was loaded and evicts others while there is too much; never the project itself. */
    public synchronized void keep(int projectId, LiveSignals signals) {
        count(projectId, signals);
        Iterator<Held> leastUsed = byProject.values().iterator();
        while (bytes > maxBytes && byProject.size() > 1) {
            bytes -= leastUsed.next().bytes();
            leastUsed.remove();
        }
    }

    private void count(int projectId, LiveSignals signals) {
        Held held = new Held(signals, signals.bytes());
        Held before = byProject.put(projectId, held);
        bytes += held.bytes() - (before == null ? 0 : before.bytes());
    }

    /** Forgets a project whose lane went to another replica. */
    public synchronized void release(int projectId) {
        Held gone = byProject.remove(projectId);
        bytes -= gone == null ? 0 : gone.bytes();
    }

    /** Bytes held, roughly. */
    public synchronized long bytes() {
        return bytes;
    }
}
