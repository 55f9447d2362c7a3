package dev.sightline.signals.processing;

import dev.sightline.signals.processing.Lanes.Claim;
import dev.sightline.signals.processing.Ledger.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes a batch all the way: leaves attacks out, decides what becomes of each signal, and stores that. */
@ApplicationScoped
class Grouping {

    private final Lanes lanes;
    private final SafetyFilter filter;
    private final Matching matching;
    private final Bookkeeping bookkeeping;

    Grouping(Lanes lanes, SafetyFilter filter, Matching matching, Bookkeeping bookkeeping) {
        this.lanes = lanes;
        this.filter = filter;
        this.matching = matching;
        this.bookkeeping = bookkeeping;
    }

    /** Groups the batch and takes it out of its lane, or fails and leaves everything as it was. */
    Uni<Void> group(Claim claim, List<Waiting> batch) {
        return filter.safe(claim.projectId(), batch)
                .flatMap(safe -> matching.decide(claim, safe))
                .flatMap(decided -> store(claim, batch, decided))
                .onFailure()
                .invoke(() -> matching.forget(claim));
    }

    private Uni<Void> store(Claim claim, List<Waiting> batch, List<Decided> decided) {
        return lanes.settle(claim, batch, tx -> bookkeeping.store(tx, claim.projectId(), decided))
                .invoke((List<Entry> entries) -> matching.settled(claim, decided, entries))
                .replaceWithVoid();
    }
}
