package dev.sightline.observability.run;

import dev.sightline.event.EvaluationRunRequested;
import dev.sightline.event.MessageType;
import dev.sightline.messaging.Deliveries;
import dev.sightline.messaging.Delivery;
import dev.sightline.observability.run.judge.ErrorType;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hands waiting runs to the worker, project by project. A message only says where to look: the rows are the queue, so a
 * message that is lost or late costs no more than the time to the next turn.
 */
@ApplicationScoped
class RunDispatcher {

    private static final Logger LOG = Logger.getLogger(RunDispatcher.class);
    private static final String REQUESTED =
            EvaluationRunRequested.class.getAnnotation(MessageType.class).value();
    private static final Outcome LOST =
            Outcome.Failed.of(ErrorType.LOST, "The run was lost several times before it had an outcome.");

    private final Deliveries deliveries;
    private final RunQueue queue;
    private final RunWorker worker;
    private final RunEnd end;
    private final RunConfig config;
    private final Set<Integer> looking = ConcurrentHashMap.newKeySet();
    private final Set<Integer> again = ConcurrentHashMap.newKeySet();

    RunDispatcher(Deliveries deliveries, RunQueue queue, RunWorker worker, RunEnd end, RunConfig config) {
        this.deliveries = deliveries;
        this.queue = queue;
        this.worker = worker;
        this.end = end;
        this.config = config;
    }

    @Incoming("evaluation-runs")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return deliveries.batch(records, this::wake);
    }

    private Uni<Void> wake(List<Delivery> batch) {
        batch.stream()
                .filter(delivery -> delivery.type().equals(REQUESTED))
                .map(delivery -> delivery.payload(EvaluationRunRequested.class).projectId())
                .distinct()
                .forEach(this::look);
        return Uni.createFrom().voidItem();
    }

    /** One look at a project at a time; what comes in between is one more look. */
    private void look(int projectId) {
        again.add(projectId);
        if (looking.add(projectId)) {
            again.remove(projectId);
            take(projectId)
                    .onTermination()
                    .invoke(() -> looked(projectId))
                    .subscribe()
                    .with(
                            taken -> {},
                            failure -> LOG.warnf(failure, "evaluation runs not taken project_id=%d", projectId));
        }
    }

    private void looked(int projectId) {
        looking.remove(projectId);
        if (again.remove(projectId)) {
            look(projectId);
        }
    }

    private Uni<Void> take(int projectId) {
        int places = worker.reserve(config.perProject());
        return places == 0
                ? Uni.createFrom().voidItem()
                : queue.take(projectId, places)
                        .onFailure()
                        .invoke(() -> worker.giveBack(places))
                        .invoke(runs -> begin(runs, places))
                        .replaceWithVoid();
    }

    private void begin(List<Run> runs, int places) {
        worker.giveBack(places - runs.size());
        runs.forEach(run -> worker.begin(run, () -> look(run.projectId())));
    }

    /** Looks at every project that has anything to do; lost runs come back here. */
    @Scheduled(
            every = "${sightline.evaluations.runs.look-every:2s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "evaluation-runs")
    Uni<Void> turn() {
        return queue.busyProjects()
                .invoke(projects -> projects.forEach(this::look))
                .onItem()
                .transformToMulti(projects -> Multi.createFrom().iterable(projects))
                .onItem()
                .transformToUniAndConcatenate(this::giveUp)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> giveUp(int projectId) {
        return queue.hopeless(projectId)
                .onItem()
                .transformToMulti(runs -> Multi.createFrom().iterable(runs))
                .onItem()
                .transformToUniAndConcatenate(run -> end.end(run, LOST))
                .onItem()
                .ignoreAsUni();
    }
}
