package dev.sightline.signals.processing;

import dev.sightline.signals.processing.Lanes.Claim;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

/** One turn of a lane: the signals that have waited longest are grouped and stored together, or wait again. */
@ApplicationScoped
class LaneRound {

    private final Lanes lanes;
    private final Grouping grouping;
    private final Setback setback;

    LaneRound(Lanes lanes, Grouping grouping, Setback setback) {
        this.lanes = lanes;
        this.grouping = grouping;
        this.setback = setback;
    }

    /** Fails only if the database does; no signal is lost in any case. */
    Uni<Void> run(Claim claim) {
        return lanes.next(claim.projectId())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(batch -> grouping.group(claim, batch)
                        .onFailure()
                        .recoverWithUni(failure -> setback.of(claim, batch, failure)));
    }
}
