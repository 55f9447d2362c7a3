package dev.sightline.vision.recording;

import dev.sightline.auth.Directory;
import dev.sightline.auth.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who has watched which recording. */
@ApplicationScoped
class RecordingViewers {

    private static final String ADD = """
            insert into recording_view (project_id, session_id, user_id) values ($1, $2, $3) on conflict do nothing
            """;
    private static final String OF_SESSIONS =
            "select session_id, user_id from recording_view where project_id = $1 and session_id = any($2)";

    private final Pool pool;
    private final Directory directory;

    RecordingViewers(Pool pool, Directory directory) {
        this.pool = pool;
        this.directory = directory;
    }

    Uni<Void> add(SessionKey session, int userId) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(session.projectId(), session.sessionId(), userId))
                .replaceWithVoid();
    }

    /** The user ids by session; sessions nobody has watched are absent. */
    Uni<Map<String, Set<Integer>>> of(int projectId, Collection<String> sessions) {
        return pool.preparedQuery(OF_SESSIONS)
                .execute(Tuple.of(projectId, sessions.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Set<Integer>> viewers = new HashMap<>();
                    rows.forEach(row -> viewers.computeIfAbsent(row.getString(0), none -> new TreeSet<>())
                            .add(row.getInteger(1)));
                    return viewers;
                });
    }

    /** What one caller sees of the watchers of a session: whether they are among them, and who the others are. */
    Watched watched(Set<Integer> viewers, int callerId) {
        List<String> others = viewers.stream()
                .filter(viewer -> viewer != callerId)
                .flatMap(viewer -> directory.person(viewer).stream())
                .map(Person::email)
                .toList();
        return new Watched(viewers.contains(callerId), others);
    }

    record Watched(boolean byCaller, List<String> byOthers) {}
}
