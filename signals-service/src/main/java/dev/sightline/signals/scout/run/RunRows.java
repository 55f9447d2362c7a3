package dev.sightline.signals.scout.run;

import dev.sightline.json.Wire;
import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;

/** Runs from their rows. */
final class RunRows {

    static final String COLUMNS =
            "project_id, id, task_id, task_run_id, scout_config_id, skill_name, skill_version, status,"
                    + " executor, user_id, summary, error_message, emitted_finding_ids, created_at, started_at, completed_at";

    private RunRows() {}

    static ScoutRun run(Row row) {
        return new ScoutRun(
                row.getInteger("project_id"),
                row.getUUID("id"),
                new ScoutRun.Task(row.getUUID("task_id"), row.getUUID("task_run_id")),
                row.getUUID("scout_config_id"),
                new ScoutRun.Skilled(row.getString("skill_name"), row.getInteger("skill_version")),
                Wire.find(RunStatus.class, row.getString("status")).orElseThrow(),
                Wire.find(ExecutorKind.class, row.getString("executor")).orElseThrow(),
                row.getInteger("user_id"),
                times(row),
                result(row));
    }

    private static ScoutRun.Times times(Row row) {
        return new ScoutRun.Times(
                Rows.instant(row, "created_at"), Rows.instant(row, "started_at"), Rows.instant(row, "completed_at"));
    }

    private static ScoutRun.Result result(Row row) {
        return new ScoutRun.Result(
                row.getString("summary"),
                row.getString("error_message"),
                List.of(row.getArrayOfStrings("emitted_finding_ids")));
    }
}
