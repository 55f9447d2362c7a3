package dev.sightline.signals.processing;

import dev.sightline.signals.artefact.ArtefactStore;
import dev.sightline.signals.artefact.NewArtefact;
import dev.sightline.signals.pipeline.Assign;
import dev.sightline.signals.pipeline.PromotionRule;
import dev.sightline.signals.processing.Ledger.Entry;
import dev.sightline.signals.report.ReportStore;
import dev.sightline.signals.report.StoredReport;
import dev.sightline.signals.signal.SignalStore;
import dev.sightline.signals.signal.SignalStore.Embedded;
import dev.sightline.sql.Together;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Stores what was decided about signals, in a transaction that holds their lane: the signals with their vectors, the
 * counters of their reports, the links between reports, and the messages about them.
 */
@ApplicationScoped
class Bookkeeping {

    private final SignalStore signals;
    private final ReportStore reports;
    private final ArtefactStore artefacts;
    private final Clock clock;
    private final Assign assign = new Assign(PromotionRule.DEFAULT);

    Bookkeeping(SignalStore signals, ReportStore reports, ArtefactStore artefacts, Clock clock) {
        this.signals = signals;
        this.reports = reports;
        this.artefacts = artefacts;
        this.clock = clock;
    }

    /** Where the signals ended up; a signal that was stored before is left out. */
    Uni<List<Entry>> store(SqlClient tx, int projectId, List<Decided> decided) {
        if (decided.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return signals.stored(
                        tx, projectId, decided.stream().map(Decided::asDecided).toList())
                .map(stored -> without(stored, decided))
                .flatMap(fresh -> enter(tx, projectId, fresh));
    }

    private static List<Decided> without(Set<UUID> stored, List<Decided> decided) {
        return decided.stream().filter(one -> !stored.contains(one.signalId())).toList();
    }

    private Uni<List<Entry>> enter(SqlClient tx, int projectId, List<Decided> fresh) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> targets = fresh.stream().map(Decided::reportId).distinct().toList();
        return reports.lock(tx, projectId, targets).flatMap(locked -> enter(tx, projectId, fresh, locked));
    }

    private Uni<List<Entry>> enter(SqlClient tx, int projectId, List<Decided> fresh, Map<UUID, StoredReport> locked) {
        Ledger ledger = new Ledger(locked, assign, clock.instant());
        List<Entry> entries = fresh.stream().map(ledger::enter).toList();
        return Together.of(
                        reports.save(tx, projectId, ledger.changes()),
                        signals.add(
                                tx,
                                projectId,
                                entries.stream().map(Bookkeeping::embedded).toList()),
                        artefacts.append(tx, projectId, links(ledger)))
                .replaceWith(entries);
    }

    private static Embedded embedded(Entry entry) {
        return new Embedded(
                entry.decided().in(entry.reportId(), entry.deleted()),
                entry.decided().vector());
    }

    private static List<NewArtefact> links(Ledger ledger) {
        return ledger.links().stream()
                .flatMap(link -> Stream.of(
                        NewArtefact.relatedTo(link.from(), link.to()), NewArtefact.relatedTo(link.to(), link.from())))
                .toList();
    }
}
