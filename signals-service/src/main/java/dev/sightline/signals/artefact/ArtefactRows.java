package dev.sightline.signals.artefact;

import dev.sightline.api.ApiException;
import dev.sightline.json.Json;
import dev.sightline.json.Wire;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The artefacts of one report, read and written through a connection. */
record ArtefactRows(SqlClient client, ReportKey report) {

    /** Holds the report; a 404 if callers cannot see one. */
    Uni<Void> hold() {
        return existing(ArtefactQueries.HOLD_REPORT);
    }

    Uni<Void> exists() {
        return existing(ArtefactQueries.REPORT_EXISTS);
    }

    private Uni<Void> existing(String sql) {
        return client.preparedQuery(sql)
                .execute(tuple())
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw ApiException.notFound();
                    }
                })
                .replaceWithVoid();
    }

    Uni<Long> count() {
        return client.preparedQuery(ArtefactQueries.COUNT)
                .execute(tuple())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<Artefact>> page(int limit, long offset) {
        return client.preparedQuery(ArtefactQueries.PAGE)
                .execute(tuple().addInteger(limit).addLong(offset))
                .map(rows -> Rows.list(rows, Artefact::of));
    }

    /** One artefact; a 404 if the report has none of that identity. */
    Uni<Artefact> one(UUID id) {
        return first(ArtefactQueries.ONE, tuple().addUUID(id)).map(found -> found.orElseThrow(ApiException::notFound));
    }

    Uni<Optional<Artefact>> firstOfTask(UUID task) {
        return first(ArtefactQueries.FIRST_OF_TASK, tuple().addString(task.toString()));
    }

    Uni<Optional<Artefact>> newest(ArtefactType type) {
        return first(ArtefactQueries.NEWEST_OF_TYPE, tuple().addString(Wire.name(type)));
    }

    Uni<Artefact> change(UUID id, Object content) {
        return first(ArtefactQueries.CHANGE, tuple().addUUID(id).addString(Json.write(content)))
                .map(Optional::orElseThrow);
    }

    Uni<Void> delete(UUID id) {
        return client.preparedQuery(ArtefactQueries.DELETE)
                .execute(tuple().addUUID(id))
                .replaceWithVoid();
    }

    private Uni<Optional<Artefact>> first(String sql, Tuple parameters) {
        return client.preparedQuery(sql).execute(parameters).map(rows -> Rows.first(rows, Artefact::of));
    }

    private Tuple tuple() {
        return Tuple.of(report.projectId(), report.id());
    }
}
