package dev.sightline.vision.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** The analytics events of recorded sessions. */
@ApplicationScoped
public class SessionEvents {

    private final Pool pool;
    private final RecordingConfig config;

    SessionEvents(Pool pool, RecordingConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** The events of a session in the order of time, the first {@link RecordingConfig#maxEvents()} of them. */
    public Uni<List<EventCaptured>> of(int projectId, String sessionId) {
        return pool.preparedQuery(RecordingQueries.EVENTS)
                .execute(Tuple.of(projectId, sessionId, (long) config.maxEvents()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> event(projectId, row))
                        .toList());
    }

    private static EventCaptured event(int projectId, Row row) {
        Instant at = row.getOffsetDateTime("timestamp").toInstant();
        return new EventCaptured(
                projectId,
                row.getUUID("uuid"),
                row.getString("event"),
                row.getString("distinct_id"),
                at,
                at,
                Json.read(row.getString("properties"), ObjectNode.class));
    }

    /** Keeps those events that belong to a session and are new. */
    Uni<Void> add(List<EventCaptured> events) {
        List<Tuple> rows = events.stream()
                .filter(SessionEvents::ofASession)
                .map(SessionEvents::row)
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(RecordingQueries.INSERT_EVENT)
                        .executeBatch(rows)
                        .replaceWithVoid();
    }

    /** Flag calls say nothing of what a visitor did. */
    private static boolean ofASession(EventCaptured event) {
        String session = event.sessionId();
        return session != null
                && !session.isEmpty()
                && session.length() <= 200
                && !event.event().equals("$feature_flag_called");
    }

    private static Tuple row(EventCaptured event) {
        return Tuple.tuple()
                .addInteger(event.projectId())
                .addString(event.sessionId())
                .addUUID(event.uuid())
                .addString(event.event())
                .addString(event.distinctId())
                .addOffsetDateTime(SessionRows.utc(event.timestamp()))
                .addJsonObject(new JsonObject(Json.write(event.properties())));
    }
}
