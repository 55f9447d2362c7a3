package dev.sightline.signals.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.json.Wire;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What was written about a report so far, for those who go on from there. */
@ApplicationScoped
public class ArtefactHistory {

    /** Rows that are looked at; older ones than that no longer matter. */
    private static final int MOST = 500;

    private static final String OF_TYPES = """
            select type, content::text as content, created_by, task_id from report_artefact
            where project_id = $1 and report_id = $2 and type = any ($3::text[])
            order by created_at desc, seq desc
            limit $4""";

    private final Pool pool;

    ArtefactHistory(Pool pool) {
        this.pool = pool;
    }

    /** One artefact. */
    public record Entry(ArtefactType type, JsonNode content, Author author) {

        private static Entry of(Row row) {
            return new Entry(
                    Wire.find(ArtefactType.class, row.getString("type")).orElseThrow(),
                    Json.read(row.getString("content"), JsonNode.class),
                    new Author(row.getInteger("created_by"), row.getUUID("task_id")));
        }
    }

    /** The artefacts of some types, newest first. */
    public Uni<List<Entry>> of(int projectId, UUID reportId, Set<ArtefactType> types) {
        return pool.preparedQuery(OF_TYPES)
                .execute(Tuple.of(
                        projectId, reportId, types.stream().map(Wire::name).toArray(String[]::new), MOST))
                .map(rows -> Rows.list(rows, Entry::of));
    }
}
