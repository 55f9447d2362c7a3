package dev.sightline.signals.processing;

import dev.sightline.model.Embedder;
import dev.sightline.signals.pipeline.Absence;
import dev.sightline.signals.pipeline.Embed;
import dev.sightline.signals.pipeline.Embedded;
import dev.sightline.signals.pipeline.LexicalMatch;
import dev.sightline.signals.pipeline.LiveSignals;
import dev.sightline.signals.pipeline.MatchDecision;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.Matched;
import dev.sightline.signals.pipeline.ModelGrouping;
import dev.sightline.signals.pipeline.Placed;
import dev.sightline.signals.pipeline.Search;
import dev.sightline.signals.pipeline.Signal;
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
    private final LaneModels models;
    private final Libraries libraries;
    private final Embed embed;

    Matching(Memory memory, Embedder embedder, LaneModels models, Libraries libraries) {
        this.memory = memory;
        this.embedder = embedder;
        this.models = models;
        this.libraries = libraries;
        this.embed = new Embed(embedder);
    }

    /**
     * What becomes of each signal. Every one is remembered at once as a member of the report decided on, so that the next
     * ones find it; if the decisions are not stored as they are, the project must be forgotten.
     */
    Uni<List<Decided>> decide(Claim claim, List<Waiting> batch) {
        List<Signal> signals = batch.stream().map(Waiting::signal).toList();
        return memory.of(claim)
                .flatMap(live -> models.of(claim.projectId())
                        .map(model ->
                                new ModelGrouping(model, embed, libraries.of(claim.projectId())).place(signals, live))
                        .orElseGet(() -> embed.embed(signals)
                                .map(embedded -> place(live, embedded, models.absence(claim.projectId())))))
                .map(placed -> decided(batch, placed));
    }

    private static List<Placed> place(LiveSignals live, List<Embedded> signals, Absence why) {
        LexicalMatch match = new LexicalMatch(live, why);
        return signals.stream().map(signal -> place(live, match, signal)).toList();
    }

    private static Placed place(LiveSignals live, LexicalMatch match, Embedded signal) {
        MatchDecision decision = match.decide(signal, Search.nearest(signal.queries(), live));
        UUID report = decision instanceof Existing existing ? existing.reportId() : UuidV7.next();
        live.put(signal.in(report), signal.vector());
        return new Placed(signal, Matched.unchecked(decision), report);
    }

    private List<Decided> decided(List<Waiting> batch, List<Placed> placed) {
        return IntStream.range(0, batch.size())
                .mapToObj(i -> decided(batch.get(i), placed.get(i)))
                .toList();
    }

    private Decided decided(Waiting waiting, Placed placed) {
        Vector vector = new Vector(embedder.name(), placed.embedded().vector());
        return new Decided(waiting, vector, placed.matched(), placed.reportId());
    }

    /** Compares what was stored with what was decided; where they differ, the project is read anew. */
    void settled(Claim claim, List<Decided> decided, List<Entry> stored) {
        models.grouped(claim.projectId());
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
