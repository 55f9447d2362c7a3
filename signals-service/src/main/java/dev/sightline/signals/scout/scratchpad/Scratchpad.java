package dev.sightline.signals.scout.scratchpad;

import dev.sightline.api.ApiException;
import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The notes of projects. */
@ApplicationScoped
public class Scratchpad {

    private final Pool pool;
    private final ScoutDefaults limits;
    private final Clock clock;

    Scratchpad(Pool pool, ScoutDefaults limits, Clock clock) {
        this.pool = pool;
        this.limits = limits;
        this.clock = clock;
    }

    /** The notes that hold a text in key or content, taken literally, last changed first. */
    public Uni<List<Note>> search(int projectId, Optional<String> text, int limit) {
        Where where = Where.project(projectId);
        text.ifPresent(words -> where.and("(content ilike ? or key ilike ?)", Where.containing(words)));
        String sql = "select " + NoteQueries.COLUMNS + " from scout_note where " + where.sql()
                + " order by updated_at desc, id desc limit " + where.bind(limit);
        return pool.preparedQuery(sql).execute(where.values()).map(rows -> Rows.list(rows, Scratchpad::note));
    }

    /** The notes that tell programs what was told and what is not to be told, by project and key. */
    public Uni<Map<Integer, Map<String, String>>> rules(Collection<Integer> projectIds) {
        return pool.preparedQuery(NoteQueries.RULES)
                .execute(Tuple.of((Object) projectIds.toArray(Integer[]::new)))
                .map(rows -> {
                    Map<Integer, Map<String, String>> notes = new HashMap<>();
                    rows.forEach(row -> notes.computeIfAbsent(row.getInteger("project_id"), fresh -> new HashMap<>())
                            .put(row.getString("key"), row.getString("content")));
                    return notes;
                });
    }

    /**
     * Writes a note in the place of the one with that key.
     *
     * @param runId who writes it, remembered with a new note if it is a run of the project; null for nobody
     */
    public Uni<Note> write(int projectId, String key, String content, UUID runId) {
        Tuple row = row(projectId, key, content, runId).addInteger(limits.notes());
        return pool.preparedQuery(NoteQueries.WRITE).execute(row).map(written -> Rows.first(written, Scratchpad::note)
                .orElseThrow(this::full));
    }

    /**
     * The same for a program, whose notes are few and bounded by what it watches. They have room in a full scratchpad as
     * well: whoever fills it cannot make detectors forget what they have told.
     */
    public Uni<Void> remember(int projectId, String key, String content, UUID runId) {
        Tuple row = row(projectId, key, content, runId).addInteger(Integer.MAX_VALUE);
        return pool.preparedQuery(NoteQueries.WRITE).execute(row).replaceWithVoid();
    }

    private Tuple row(int projectId, String key, String content, UUID runId) {
        return Tuple.of(projectId, key, UuidV7.next(), content, runId)
                .addOffsetDateTime(Rows.parameter(Timestamps.micros(clock.instant())));
    }

    private ApiException full() {
        return ApiException.invalid(
                "key", "notes_limit", "This project has " + limits.notes() + " notes already; forget some first.");
    }

    /** Whether there was a note to forget. */
    public Uni<Boolean> forget(int projectId, String key) {
        return pool.preparedQuery(NoteQueries.FORGET)
                .execute(Tuple.of(projectId, key))
                .map(gone -> gone.size() > 0);
    }

    private static Note note(Row row) {
        return new Note(
                row.getString("key"),
                row.getString("content"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"),
                row.getUUID("created_by_run_id"));
    }
}
