package dev.sightline.observability.run;

import dev.sightline.api.ApiException;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.observability.evaluation.EvaluationCatalogue;
import dev.sightline.observability.event.EventStore;
import dev.sightline.observability.event.StoredEvent;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What the API does with runs. */
@ApplicationScoped
class Runs {

    private final EvaluationCatalogue evaluations;
    private final EventStore events;
    private final RunStarter starter;
    private final RunStore store;
    private final Clock clock;

    Runs(EvaluationCatalogue evaluations, EventStore events, RunStarter starter, RunStore store, Clock clock) {
        this.evaluations = evaluations;
        this.events = events;
        this.starter = starter;
        this.store = store;
        this.clock = clock;
    }

    /** Queues a run, of a paused or failed evaluation as well. */
    Uni<StartedView> request(int projectId, RunRequest body) {
        return evaluations
                .find(projectId, body.evaluationId())
                .map(found -> found.filter(evaluation -> !evaluation.state().deleted())
                        .orElseThrow(ApiException::notFound))
                .call(() -> requireEvent(projectId, body))
                .map(evaluation -> NewRun.manual(evaluation, body.target(), clock.instant()))
                .call(run -> starter.start(List.of(run)))
                .map(StartedView::of);
    }

    private Uni<StoredEvent> requireEvent(int projectId, RunRequest body) {
        return events.find(body.key(projectId))
                .map(found -> found.filter(body::means)
                        .orElseThrow(() -> ApiException.notFound("There is no such event on that day.")))
                .invoke(Runs::requireWhole);
    }

    private static void requireWhole(StoredEvent event) {
        if (!event.whole()) {
            throw ApiException.notFound("The content of the event is no longer kept.");
        }
    }

    Uni<Page<RunView>> list(int projectId, RunFilter filter, PageRequest page) {
        Where where = filter.where(projectId);
        return store.count(where)
                .chain(count -> store.list(where, page.limit(), page.offset()).map(rows -> page.page(count, rows)));
    }

    Uni<RunView> find(int projectId, UUID id) {
        return store.find(projectId, id).map(found -> found.orElseThrow(ApiException::notFound));
    }
}
