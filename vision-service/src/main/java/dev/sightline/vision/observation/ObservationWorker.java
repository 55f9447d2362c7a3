package dev.sightline.vision.observation;

import dev.sightline.event.ObservationRequested;
import dev.sightline.operation.WorkInHand;
import dev.sightline.vision.observation.ObservationState.InFlight;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Runs observation jobs. A request is accepted once its row carries this worker's lease; from then on the database knows
 * of the job, and a worker that dies is noticed by the lease that is no longer extended.
 */
@ApplicationScoped
class ObservationWorker {

    private static final Logger LOG = Logger.getLogger(ObservationWorker.class);

    private static final Outcome TIMED_OUT =
            new Outcome.Failed("internal_error:The job took longer than a job may take.");

    private final ObservationRepository repository;
    private final ObservationJob job;
    private final ObservationEnd end;
    private final WorkInHand work;
    private final JobConfig config;
    private final Clock clock;
    private final Slots slots;

    ObservationWorker(
            ObservationRepository repository,
            ObservationJob job,
            ObservationEnd end,
            WorkInHand work,
            JobConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.repository = repository;
        this.job = job;
        this.end = end;
        this.work = work;
        this.config = config;
        this.clock = clock;
        this.slots = new Slots(config.concurrency());
        Gauge.builder("sightline.vision.jobs.running", slots, s -> config.concurrency() - s.free())
                .description("observation jobs this replica is running")
                .register(metrics);
    }

    /** Waits for a free place and takes the row. Completes when the job has begun, or when it is not ours to begin. */
    Uni<Void> accept(ObservationRequested request) {
        return slots.take()
                .chain(() -> claim(request))
                .onFailure()
                .invoke(slots::give)
                .replaceWithVoid();
    }

    private Uni<Void> claim(ObservationRequested request) {
        Instant now = clock.instant();
        return repository
                .claim(request.projectId(), request.observationId(), now, now.plus(config.lease()))
                .invoke(this::begin)
                .replaceWithVoid();
    }

    private void begin(Optional<InFlight> claimed) {
        claimed.ifPresentOrElse(this::run, slots::give);
    }

    private void run(InFlight claimed) {
        StoredObservation observation = claimed.row();
        Cancellable heartbeat = heartbeat(observation);
        work.inHand(outcome(claimed))
                .onTermination()
                .invoke(() -> finished(heartbeat))
                .subscribe()
                .with(done -> {}, failure -> unfinished(observation, failure));
    }

    private Uni<Void> outcome(InFlight claimed) {
        return job.run(claimed.row())
                .ifNoItem()
                .after(config.timeout())
                .recoverWithItem(TIMED_OUT)
                .chain(outcome -> end.end(claimed.ended(outcome), clock.instant()));
    }

    private Cancellable heartbeat(StoredObservation observation) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(config.lease().dividedBy(3))
                .every(config.lease().dividedBy(3))
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> extend(observation))
                .subscribe()
                .with(extended -> {});
    }

    private Uni<Void> extend(StoredObservation observation) {
        Instant until = clock.instant().plus(config.lease());
        return repository
                .extendLease(observation.projectId(), observation.id(), until)
                .onFailure()
                .recoverWithNull();
    }

    private void finished(Cancellable heartbeat) {
        heartbeat.cancel();
        slots.give();
    }

    /** The outcome could not be stored: the lease runs out and the reaper has the job done again. */
    private static void unfinished(StoredObservation observation, Throwable failure) {
        LOG.errorf(
                failure,
                "observation outcome not stored project_id=%d observation_id=%s",
                observation.projectId(),
                observation.id());
    }
}
