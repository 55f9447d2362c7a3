package dev.sightline.signals.report;

import dev.sightline.event.ReportChanged;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Together;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stored reports. A report is changed by locking it, asking its state for the next one and saving that. */
@ApplicationScoped
public class ReportStore {

    private final Outbox outbox;
    private final Clock clock;

    ReportStore(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A report that takes a new shape, and what happened to it. */
    public record Change(StoredReport report, String what) {

        private static final String CREATED = "created";

        /** A report that was not there before. */
        public static Change created(StoredReport report) {
            return new Change(report, CREATED);
        }

        private boolean isNew() {
            return what.equals(CREATED);
        }
    }

    /** Holds these reports and their successors to the end of the transaction; those that do not exist are absent. */
    public Uni<Map<UUID, StoredReport>> lock(SqlClient tx, int projectId, Collection<UUID> ids) {
        return tx.preparedQuery(ReportQueries.LOCK_WITH_SUCCESSORS)
                .execute(Tuple.of(projectId, ids.toArray(UUID[]::new)))
                .map(rows -> Rows.list(rows, ReportRows::report).stream()
                        .collect(Collectors.toMap(StoredReport::id, Function.identity())));
    }

    /** A report and the project it belongs to. */
    public record Owned(int projectId, StoredReport report) {}

    /** Holds some candidates, those that wait longest, passing over those that somebody else holds. */
    public Uni<List<Owned>> lockCandidates(SqlClient tx, int most) {
        return tx.preparedQuery(ReportQueries.LOCK_CANDIDATES)
                .execute(Tuple.of(most))
                .map(rows -> Rows.list(rows, row -> new Owned(row.getInteger("project_id"), ReportRows.report(row))));
    }

    /** Stores changes, new reports included, and announces each in the same transaction. */
    public Uni<Void> save(SqlClient tx, int projectId, List<Change> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Map<Boolean, List<StoredReport>> byNewness = changes.stream()
                .collect(Collectors.partitioningBy(
                        Change::isNew, Collectors.mapping(Change::report, Collectors.toList())));
        return Together.of(
                write(tx, ReportQueries.INSERT, projectId, byNewness.get(true)),
                write(tx, ReportQueries.UPDATE, projectId, byNewness.get(false)),
                outbox.append(tx, announcements(projectId, changes)));
    }

    private static Uni<Void> write(SqlClient tx, String sql, int projectId, List<StoredReport> reports) {
        return reports.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(sql)
                        .execute(new ReportColumns(reports).of(projectId))
                        .replaceWithVoid();
    }

    private List<OutboxMessage> announcements(int projectId, List<Change> changes) {
        return changes.stream()
                .map(change -> OutboxMessage.of(String.valueOf(projectId), announcement(projectId, change)))
                .toList();
    }

    private ReportChanged announcement(int projectId, Change change) {
        ReportState state = change.report().state();
        return new ReportChanged(
                projectId,
                change.report().id(),
                change.what(),
                state.status().text(),
                state.facts().wording().title(),
                state.facts().tally().signalCount(),
                state.facts().tally().totalWeight(),
                clock.instant());
    }
}
