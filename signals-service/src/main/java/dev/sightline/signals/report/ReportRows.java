package dev.sightline.signals.report;

import dev.sightline.signals.report.state.ReportFacts;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.ReportStatus;
import dev.sightline.signals.report.state.Tally;
import dev.sightline.signals.report.state.Wording;
import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/** Reads reports from rows. */
final class ReportRows {

    private ReportRows() {}

    static StoredReport report(Row row) {
        return new StoredReport(
                row.getUUID("id"),
                state(row),
                Rows.instant(row, "created_at"),
                row.getUUID("successor_id"),
                DismissalReason.ALREADY_FIXED.text().equals(row.getString("dismissal_reason")),
                List.of(row.getArrayOfStrings("source_products")));
    }

    private static ReportState state(Row row) {
        String before = row.getString("status_before_suppression");
        return ReportState.of(status(row.getString("status")), facts(row), before == null ? null : status(before));
    }

    private static ReportStatus status(String text) {
        return ReportStatus.of(text).orElseThrow();
    }

    private static ReportFacts facts(Row row) {
        return new ReportFacts(
                new Tally(
                        row.getDouble("total_weight"),
                        row.getInteger("signal_count"),
                        row.getInteger("signals_at_run"),
                        row.getInteger("run_count")),
                new Wording(row.getString("title"), row.getString("summary"), row.getString("error")),
                Rows.instant(row, "promoted_at"),
                Rows.instant(row, "last_run_at"));
    }
}
