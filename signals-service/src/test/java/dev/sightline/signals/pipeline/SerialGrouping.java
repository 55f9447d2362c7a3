package dev.sightline.signals.pipeline;

import dev.sightline.model.local.LexicalEmbedder;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Groups signals one after another as a project's lane does, without a model and without a database. */
final class SerialGrouping {

    private SerialGrouping() {}

    /** The report of each signal, in order. */
    static List<UUID> reports(List<Signal> signals, double farthest) {
        LexicalEmbedder embedder = new LexicalEmbedder();
        LiveSignals live = new LiveSignals(embedder.dimensions(), 10_000);
        LexicalMatch match = new LexicalMatch(live, farthest, Absence.NOT_CONFIGURED);
        List<UUID> reports = new ArrayList<>();
        for (Embedded signal : new Embed(embedder).embed(signals).await().indefinitely()) {
            UUID report = report(match.decide(signal, Search.nearest(signal.queries(), live)));
            live.put(signal.in(report), signal.vector());
            reports.add(report);
        }
        return reports;
    }

    private static UUID report(MatchDecision decision) {
        return decision instanceof Existing existing ? existing.reportId() : UUID.randomUUID();
    }
}
