package dev.sightline.signals.artefact;

import dev.sightline.json.Json;
import dev.sightline.json.Wire;
import dev.sightline.sql.Together;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The stored artefacts. Whoever changes them holds the report's row, so that what it shows follows in order. */
@ApplicationScoped
public class ArtefactStore {

    /** Appends artefacts and brings their reports up to them. */
    public Uni<Void> append(SqlClient tx, int projectId, List<NewArtefact> artefacts) {
        if (artefacts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> reports =
                artefacts.stream().map(NewArtefact::reportId).distinct().toList();
        return Together.of(
                tx.preparedQuery(ArtefactQueries.INSERT).execute(columns(projectId, artefacts)),
                refresh(tx, projectId, reports));
    }

    /** Brings what reports show up to their artefacts and the runs of their tasks. */
    public Uni<Void> refresh(SqlClient tx, int projectId, Collection<UUID> reportIds) {
        return tx.preparedQuery(ArtefactQueries.REFRESH)
                .execute(Tuple.of(projectId, reportIds.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    private static Tuple columns(int projectId, List<NewArtefact> artefacts) {
        return Tuple.of(projectId)
                .addArrayOfUUID(column(artefacts, NewArtefact::id, UUID[]::new))
                .addArrayOfUUID(column(artefacts, NewArtefact::reportId, UUID[]::new))
                .addArrayOfString(column(artefacts, a -> Wire.name(a.type()), String[]::new))
                .addArrayOfString(column(artefacts, a -> Json.write(a.content()), String[]::new))
                .addArrayOfInteger(column(artefacts, a -> a.author().userId(), Integer[]::new))
                .addArrayOfUUID(column(artefacts, a -> a.author().taskId(), UUID[]::new));
    }

    private static <T> T[] column(
            List<NewArtefact> artefacts, Function<NewArtefact, T> member, IntFunction<T[]> array) {
        return artefacts.stream().map(member).toArray(array);
    }
}
