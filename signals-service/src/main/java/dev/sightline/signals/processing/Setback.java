package dev.sightline.signals.processing;

import dev.sightline.event.SignalEmitted;
import dev.sightline.messaging.DeadLetters;
import dev.sightline.messaging.Failures;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.model.ModelException;
import dev.sightline.signals.processing.Lanes.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * What happens when a batch cannot be grouped. Its signals wait again, from now on each alone, so that one that cannot be
 * grouped does not hold up the others; one that failed too often becomes a dead letter. A lost lease, or a model or
 * database that is away for the moment, is nobody's fault and is not counted.
 */
@ApplicationScoped
class Setback {

    private static final Logger LOG = Logger.getLogger(Setback.class);

    /** An embedder answers so when its key or name is wrong, whatever the signal. */
    private static final Set<Integer> LOCKED_OUT = Set.of(401, 403, 404);

    private final Lanes lanes;
    private final LaneModels models;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;

    Setback(Lanes lanes, LaneModels models, DeadLetters deadLetters, MeterRegistry metrics) {
        this.lanes = lanes;
        this.models = models;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    Uni<Void> of(Claim claim, List<Waiting> batch, Throwable failure) {
        if (failure instanceof LeaseLost) {
            LOG.infof("Lane went to another replica project=%d", claim.projectId());
            return Uni.createFrom().voidItem();
        }
        LOG.warnf(failure, "Signals not grouped project=%d signals=%d", claim.projectId(), batch.size());
        if (failure instanceof ModelException) {
            models.away(claim.projectId());
        }
        if (passing(failure)) {
            return lanes.postpone(claim.projectId(), List.of());
        }
        return lanes.exhausted(batch) ? abandon(claim, batch, failure) : lanes.postpone(claim.projectId(), batch);
    }

    /** Something that was away or does not let us in; anything else is taken to be the fault of the signals. */
    private static boolean passing(Throwable failure) {
        return failure instanceof ModelException model
                        && (model.kind() == ModelException.Kind.TRANSIENT || LOCKED_OUT.contains(model.status()))
                || Failures.isTransient(failure);
    }

    private Uni<Void> abandon(Claim claim, List<Waiting> batch, Throwable failure) {
        LOG.errorf("Signal becomes a dead letter project=%d signal=%s", claim.projectId(), id(batch));
        metrics.counter("sightline.signals.dropped", "reason", "dead_letter").increment();
        return deadLetters
                .put(message(batch.get(0).message()), failure)
                .chain(() -> lanes.settle(claim, batch, tx -> Uni.createFrom().voidItem()));
    }

    private static OutboxMessage message(SignalEmitted signal) {
        return OutboxMessage.of(signal.signalId(), String.valueOf(signal.projectId()), signal);
    }

    private static Object id(List<Waiting> batch) {
        return batch.get(0).message().signalId();
    }
}
