package dev.sightline.signals.processing;

import dev.sightline.signals.processing.Lanes.Claim;
import dev.sightline.signals.processing.Ledger.Entry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** One turn of a lane: the signals that have waited longest are grouped and stored together, or wait again. */
@ApplicationScoped
class LaneRound {

    private final Lanes lanes;
    private final SafetyFilter filter;
    private final Matching matching;
    private final Bookkeeping bookkeeping;
    private final Setback setback;

    LaneRound(Lanes lanes, SafetyFilter filter, Matching matching, Bookkeeping bookkeeping, Setback setback) {
        this.lanes = lanes;
        this.filter = filter;
        this.matching = matching;
        this.bookkeeping = bookkeeping;
        this.setback = setback;
    }

    /** Fails only if the database does; no signal is lost in any case. */
    Uni<Void> run(Claim claim) {
        return lanes.next(claim.projectId())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(batch ->
                        group(claim, batch).onFailure().recoverWithUni(failure -> stepBack(claim, batch, failure)));
    }

    private Uni<Void> group(Claim claim, List<Waiting> batch) {
        return filter.safe(claim.projectId(), batch)
                .flatMap(safe -> matching.decide(claim, safe))
                .flatMap(decided -> store(claim, batch, decided))
                .replaceWithVoid();
    }

    private Uni<List<Entry>> store(Claim claim, List<Waiting> batch, List<Decided> decided) {
        return lanes.settle(claim, batch, tx -> bookkeeping.store(tx, claim.projectId(), decided))
                .invoke(entries -> matching.settled(claim, decided, entries));
    }

    private Uni<Void> stepBack(Claim claim, List<Waiting> batch, Throwable failure) {
        matching.forget(claim);
        return setback.of(claim, batch, failure);
    }
}
