package dev.sightline.signals.processing;

import dev.sightline.signals.pipeline.Assign;
import dev.sightline.signals.pipeline.Assign.Target;
import dev.sightline.signals.pipeline.Assignment;
import dev.sightline.signals.pipeline.Assignment.Joins;
import dev.sightline.signals.pipeline.Assignment.MeetsDeleted;
import dev.sightline.signals.pipeline.Assignment.Opens;
import dev.sightline.signals.pipeline.MatchDecision.Opening;
import dev.sightline.signals.report.ReportStore.Change;
import dev.sightline.signals.report.StoredReport;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.ReportStatus;
import dev.sightline.time.UuidV7;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Enters the signals of a batch, one after the other, into reports that are locked. What one signal does to its report is
 * decided by {@link Assign}; here the reports are kept between one signal and the next. A report that is settled passes
 * its signals on to the one that followed it.
 */
final class Ledger {

    /** Two reports that are about the same thing at different times. */
    record Link(UUID from, UUID to) {}

    /** A signal in the report it ended up in. */
    record Entry(Decided decided, UUID reportId, boolean deleted) {}

    private final Map<UUID, StoredReport> before;
    private final Map<UUID, StoredReport> reports;
    private final Map<UUID, StoredReport> changed = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Assign assign;
    private final Instant now;

    Ledger(Map<UUID, StoredReport> locked, Assign assign, Instant now) {
        this.before = Map.copyOf(locked);
        this.reports = new HashMap<>(locked);
        this.assign = assign;
        this.now = now;
    }

    Entry enter(Decided decided) {
        StoredReport report = current(decided.reportId());
        return report == null
                ? open(decided, decided.reportId(), opening(decided).report())
                : join(decided, report);
    }

    /** The report itself or, if it is settled, the last of those that followed it and still exist. */
    private StoredReport current(UUID id) {
        StoredReport report = reports.get(id);
        while (report != null && report.settled() && exists(report.successorId())) {
            report = reports.get(report.successorId());
        }
        return report;
    }

    private boolean exists(UUID id) {
        return id != null && reports.containsKey(id) && reports.get(id).state().status() != ReportStatus.DELETED;
    }

    private Opens opening(Decided decided) {
        return assign.open((Opening) decided.matched().decision(), decided.weight(), now);
    }

    private Entry join(Decided decided, StoredReport report) {
        Target target = new Target(report.state(), report.settled());
        Assignment assignment = assign.join(target, decided.matched(), decided.weight(), now);
        if (assignment instanceof MeetsDeleted) {
            return new Entry(decided, report.id(), true);
        }
        return assignment instanceof Opens recurrence
                ? recur(decided, report, recurrence.report())
                : grow(decided, report, ((Joins) assignment).report());
    }

    private Entry open(Decided decided, UUID id, ReportState state) {
        put(new StoredReport(id, state, now, null, false, List.of(decided.product())));
        return new Entry(decided, id, false);
    }

    private Entry recur(Decided decided, StoredReport settled, ReportState state) {
        UUID successor = UuidV7.next();
        put(settled.succeededBy(successor));
        links.add(new Link(settled.id(), successor));
        return open(decided, successor, state);
    }

    private Entry grow(Decided decided, StoredReport report, ReportState state) {
        TreeSet<String> products = new TreeSet<>(report.sourceProducts());
        products.add(decided.product());
        put(report.with(state).from(List.copyOf(products)));
        return new Entry(decided, report.id(), false);
    }

    private void put(StoredReport report) {
        reports.put(report.id(), report);
        changed.put(report.id(), report);
    }

    /** The reports that took a new shape. */
    List<Change> changes() {
        return changed.values().stream().map(this::change).toList();
    }

    private Change change(StoredReport report) {
        StoredReport was = before.get(report.id());
        if (was == null) {
            return Change.created(report);
        }
        boolean moved = was.state().status() != report.state().status();
        return new Change(report, moved ? "status_changed" : "signal_assigned");
    }

    List<Link> links() {
        return List.copyOf(links);
    }
}
