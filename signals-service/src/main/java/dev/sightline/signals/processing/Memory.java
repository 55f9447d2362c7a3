package dev.sightline.signals.processing;

import dev.sightline.model.Embedder;
import dev.sightline.signals.pipeline.LiveProjects;
import dev.sightline.signals.pipeline.LiveSignal;
import dev.sightline.signals.pipeline.LiveSignals;
import dev.sightline.signals.pipeline.Signal;
import dev.sightline.signals.processing.Lanes.Claim;
import dev.sightline.signals.signal.SignalStore;
import dev.sightline.signals.signal.SignalStore.Embedded;
import dev.sightline.signals.signal.SignalStore.Older;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The live signals of the projects whose lanes this replica works on, as {@link LiveProjects} bounds them. They are read
 * when a project is first needed and again whenever the lane's epoch says that others may have changed them.
 */
@ApplicationScoped
class Memory {

    private static final int PAGE = 1_000;
    private static final long MEGABYTE = 1 << 20;

    private final SignalStore signals;
    private final Embedder embedder;
    private final ProcessingConfig config;
    private final Clock clock;
    private final LiveProjects projects;
    private final Map<Integer, Integer> epochs = new ConcurrentHashMap<>();

    Memory(SignalStore signals, Embedder embedder, ProcessingConfig config, Clock clock) {
        this.signals = signals;
        this.embedder = embedder;
        this.config = config;
        this.clock = clock;
        this.projects = new LiveProjects(config.memory() * MEGABYTE);
    }

    /** The live signals of the project whose lane was claimed. */
    Uni<LiveSignals> of(Claim claim) {
        Integer known = epochs.put(claim.projectId(), claim.epoch());
        if (known != null && known != claim.epoch()) {
            projects.release(claim.projectId());
        }
        Instant since = clock.instant().minus(config.window());
        return projects.find(claim.projectId())
                .map(live -> Uni.createFrom().item(live))
                .orElseGet(() -> load(claim.projectId(), since))
                .invoke(live -> live.expire(since));
    }

    /** Forgets a project, after its memory ran ahead of what was stored. */
    void forget(int projectId) {
        projects.release(projectId);
    }

    /** Bytes held, roughly. */
    long bytes() {
        return projects.bytes();
    }

    private Uni<LiveSignals> load(int projectId, Instant since) {
        LiveSignals live = new LiveSignals(embedder.dimensions(), config.liveSignals());
        return fill(projectId, live, Older.none(since, embedder.name(), PAGE))
                .invoke(() -> projects.keep(projectId, live))
                .replaceWith(live);
    }

    private Uni<Void> fill(int projectId, LiveSignals live, Older wanted) {
        return signals.live(projectId, wanted)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(page -> page.forEach(
                        one -> live.put(remembered(one), one.vector().values())))
                .flatMap(page -> page.size() < PAGE || live.size() >= config.liveSignals()
                        ? Uni.createFrom().voidItem()
                        : fill(projectId, live, wanted.than(page.get(PAGE - 1).signal())));
    }

    private static LiveSignal remembered(Embedded stored) {
        return LiveSignal.of(Signal.of(stored.signal()), stored.signal().reportId());
    }
}
