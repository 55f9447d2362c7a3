package dev.sightline.signals.processing;

import dev.sightline.model.Embedder;
import dev.sightline.signals.pipeline.Embed;
import dev.sightline.signals.pipeline.Embedded;
import dev.sightline.signals.pipeline.LexicalMatch;
import dev.sightline.signals.pipeline.LiveSignals;
import dev.sightline.signals.pipeline.MatchDecision;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.Matched;
import dev.sightline.signals.pipeline.Search;
import dev.sightline.signals.processing.Lanes.Claim;
import dev.sightline.signals.processing.Ledger.Entry;
import dev.sightline.signals.signal.Vector;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Takes a batch through the stages that decide: embed, search and match, one signal after the other. */
@ApplicationScoped
class Matching {

    private final Memory memory;
    private final Embedder embedder;
    private final Embed embed;

    Matching(Memory memory, Embedder embedder) {
        this.memory = memory;
        this.embedder = embedder;
        this.embed = new Embed(embedder);
    }

    /**
     * What becomes of each signal. Every one is remembered at once as a member of the report decided on, so that the next
     * ones find it; if the decisions are not stored as they are, the project must be forgotten.
     */
    Uni<List<Decided>> decide(Claim claim, List<Waiting> batch) {
        return memory.of(claim)
                .flatMap(live -> embed.embed(batch.stream().map(Waiting::signal).toList())
                        .map(embedded -> decide(live, batch, embedded)));
    }

    private List<Decided> decide(LiveSignals live, List<Waiting> batch, List<Embedded> embedded) {
        LexicalMatch match = new LexicalMatch(live);
        return IntStream.range(0, batch.size())
                .mapToObj(i -> decide(live, match, batch.get(i), embedded.get(i)))
                .toList();
    }

    private Decided decide(LiveSignals live, LexicalMatch match, Waiting waiting, Embedded embedded) {
        MatchDecision decision = match.decide(embedded, Search.nearest(embedded.queries(), live));
        UUID reportId = decision instanceof Existing existing ? existing.reportId() : UuidV7.next();
        live.put(embedded.in(reportId), embedded.vector());
        Vector vector = new Vector(embedder.name(), embedded.vector());
        return new Decided(waiting, embedded, vector, Matched.unchecked(decision), reportId);
    }

    /** Compares what was stored with what was decided; where they differ, the project is read anew. */
    void settled(Claim claim, List<Decided> decided, List<Entry> stored) {
        boolean asDecided = decided.size() == stored.size()
                && stored.stream()
                        .noneMatch(entry -> entry.deleted()
                                || !entry.reportId().equals(entry.decided().reportId()));
        if (!asDecided) {
            memory.forget(claim.projectId());
        }
    }

    /** Forgets decisions that were not stored. */
    void forget(Claim claim) {
        memory.forget(claim.projectId());
    }
}
