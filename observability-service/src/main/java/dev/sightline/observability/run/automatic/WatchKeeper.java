package dev.sightline.observability.run.automatic;

import dev.sightline.auth.Directory;
import dev.sightline.auth.Project;
import dev.sightline.messaging.RetryLaterException;
import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.evaluation.EvaluationCatalogue;
import dev.sightline.observability.evaluation.EvaluationCatalogue.Saved;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the evaluations that run by themselves in memory and, on every replica alike, in step with the database: at each
 * turn their versions are compared and only what changed is read and compiled. Unlike a clock or a sequence, that misses
 * no save that committed late.
 */
@ApplicationScoped
class WatchKeeper {

    private final EvaluationCatalogue evaluations;
    private final Directory directory;
    private final AtomicReference<Watches> watches = new AtomicReference<>();

    WatchKeeper(EvaluationCatalogue evaluations, Directory directory) {
        this.evaluations = evaluations;
        this.directory = directory;
    }

    /** As they were at the last turn; fails with {@link RetryLaterException} if they could not be read even once. */
    Uni<Watches> current() {
        Watches known = watches.get();
        return known != null
                ? Uni.createFrom().item(known)
                : refresh()
                        .onFailure()
                        .transform(failure -> new RetryLaterException("The evaluations cannot be read", failure));
    }

    @Scheduled(
            every = "${sightline.evaluations.refresh}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "evaluation-refresh")
    Uni<Void> turn() {
        return refresh().replaceWithVoid();
    }

    private Uni<Watches> refresh() {
        Watches old = watches.get() == null ? Watches.NONE : watches.get();
        return evaluations
                .runningByThemselves()
                .chain(saved -> renewed(old, saved))
                .invoke(watches::set);
    }

    private Uni<Watches> renewed(Watches old, List<Saved> saved) {
        List<UUID> kept = saved.stream()
                .filter(now -> old.knows(now.id(), now.version()))
                .map(Saved::id)
                .toList();
        List<UUID> changed = saved.stream()
                .filter(now -> !old.knows(now.id(), now.version()))
                .map(Saved::id)
                .toList();
        return changed.isEmpty()
                ? Uni.createFrom().item(old.with(kept, List.of()))
                : evaluations.all(changed).map(rows -> old.with(kept, compiled(rows)));
    }

    private List<Watch> compiled(List<Evaluation> rows) {
        return rows.stream().filter(Evaluation::runsByItself).map(this::watch).toList();
    }

    private Watch watch(Evaluation evaluation) {
        return Watch.of(
                evaluation,
                directory.project(evaluation.projectId()).map(Project::timezone).orElse(ZoneOffset.UTC));
    }
}
