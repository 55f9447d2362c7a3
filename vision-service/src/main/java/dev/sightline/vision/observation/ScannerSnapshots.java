package dev.sightline.vision.observation;

import dev.sightline.json.Json;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;

/** Takes the snapshot of a scanner from its row. */
public final class ScannerSnapshots {

    /** Reads as {@code snapshot} in a query over {@code scanner}. */
    public static final String COLUMN = """
            jsonb_build_object('name', name, 'scanner_type', scanner_type, 'scanner_version', scanner_version,
                               'model', model, 'provider', provider, 'emits_signals', emits_signals,
                               'scanner_config', scanner_config) as snapshot
            """;

    private static final String CURRENT =
            "select " + COLUMN + " from scanner where project_id = $1 and id = $2 for key share";

    private ScannerSnapshots() {}

    public static ScannerSnapshot read(Row row) {
        return Json.read(row.getValue("snapshot").toString(), ScannerSnapshot.class);
    }

    /** The scanner as it is now; it cannot be deleted before the transaction ends. */
    static Uni<Optional<ScannerSnapshot>> current(SqlClient tx, ScannerKey key) {
        return tx.preparedQuery(CURRENT)
                .execute(Tuple.of(key.projectId(), key.id()))
                .map(rows -> Rows.first(rows, ScannerSnapshots::read));
    }
}
