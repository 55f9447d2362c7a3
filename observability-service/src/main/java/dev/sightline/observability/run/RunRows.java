package dev.sightline.observability.run;

import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Row;

/** Runs from their rows. */
final class RunRows {

    private RunRows() {}

    static Run taken(Row row) {
        return new Run(
                row.getInteger("project_id"),
                row.getUUID("id"),
                row.getString("workflow_id"),
                row.getUUID("evaluation_id"),
                new Target(row.getUUID("event_uuid"), row.getString("event_name"), row.getLocalDate("event_day")),
                row.getBoolean("automatic"),
                row.getInteger("attempts"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "started_at"));
    }

    static RunView view(Row row) {
        return new RunView(
                row.getUUID("id"),
                row.getString("workflow_id"),
                row.getString("status"),
                new RunView.Evaluation(row.getUUID("evaluation_id"), row.getString("evaluation_name")),
                row.getString("runtime"),
                row.getBoolean("automatic") ? "automatic" : "manual",
                row.getUUID("event_uuid"),
                row.getString("event_name"),
                row.getBoolean("verdict"),
                row.getBoolean("applicable"),
                row.getString("reasoning"),
                error(row),
                judge(row),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "completed_at"));
    }

    private static RunView.Error error(Row row) {
        String type = row.getString("error_type");
        return type == null ? null : new RunView.Error(type, row.getString("error"));
    }

    private static RunView.Judge judge(Row row) {
        String provider = row.getString("provider");
        return provider == null
                ? null
                : new RunView.Judge(
                        provider,
                        row.getString("model"),
                        row.getUUID("provider_key_id"),
                        row.getLong("input_tokens"),
                        row.getLong("output_tokens"));
    }
}
