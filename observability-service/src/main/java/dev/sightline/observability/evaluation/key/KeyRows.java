package dev.sightline.observability.evaluation.key;

import dev.sightline.json.Wire;
import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.util.Optional;

/** Keys from their rows. */
final class KeyRows {

    static final String COLUMNS = "project_id, id, provider, name, base_url, masked, state, error_message, active, "
            + "last_used_at, created_by, created_at";

    private KeyRows() {}

    static ProviderKey read(Row row) {
        return new ProviderKey(
                row.getInteger("project_id"),
                row.getUUID("id"),
                JudgeProvider.of(row.getString("provider")),
                row.getString("name"),
                Optional.ofNullable(row.getString("base_url")).map(URI::create).orElse(null),
                row.getString("masked"),
                Wire.find(KeyState.class, row.getString("state")).orElseThrow(),
                row.getString("error_message"),
                row.getBoolean("active"),
                Rows.instant(row, "last_used_at"),
                row.getInteger("created_by"),
                Rows.instant(row, "created_at"));
    }
}
