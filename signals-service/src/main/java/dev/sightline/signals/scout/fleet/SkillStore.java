package dev.sightline.signals.scout.fleet;

import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Skills of projects in the database. */
@ApplicationScoped
public class SkillStore {

    private final Pool pool;

    SkillStore(Pool pool) {
        this.pool = pool;
    }

    /** The live skills of a project by name. */
    public Uni<List<Skill>> live(int projectId) {
        return live(pool, projectId);
    }

    /** The same over a connection. */
    public Uni<List<Skill>> live(SqlClient client, int projectId) {
        return latest(client, projectId)
                .map(all -> all.stream().filter(skill -> !skill.deleted()).toList());
    }

    /** The latest version of every name the project ever had. */
    Uni<List<Skill>> latest(SqlClient client, int projectId) {
        return client.preparedQuery(SkillQueries.LATEST)
                .execute(Tuple.of(projectId))
                .map(rows -> Rows.list(rows, SkillStore::skill));
    }

    /** The live skill of a name. */
    public Uni<Optional<Skill>> find(int projectId, String name) {
        return find(pool, projectId, name);
    }

    /** The same over a connection. */
    public Uni<Optional<Skill>> find(SqlClient client, int projectId, String name) {
        return one(client, SkillQueries.LIVE, projectId, name);
    }

    /** The same, held until the transaction ends. */
    Uni<Optional<Skill>> lock(SqlClient tx, int projectId, String name) {
        return one(tx, SkillQueries.LOCK, projectId, name);
    }

    private static Uni<Optional<Skill>> one(SqlClient client, String sql, int projectId, String name) {
        return client.preparedQuery(sql)
                .execute(Tuple.of(projectId, name))
                .map(rows -> Rows.first(rows, SkillStore::skill));
    }

    /** Projects with a shipped skill whose text, as it was shipped to them, is none of these. */
    Uni<List<Integer>> outdated(Map<String, String> fingerprints) {
        Tuple shipped = Tuple.of(
                fingerprints.keySet().toArray(String[]::new),
                fingerprints.values().toArray(String[]::new));
        return pool.preparedQuery(SkillQueries.OUTDATED)
                .execute(shipped)
                .map(rows -> Rows.list(rows, row -> row.getInteger("project_id")));
    }

    /** Whether the skill was stored; it is not if somebody else was first. */
    Uni<Boolean> insert(SqlClient tx, int projectId, Skill skill) {
        Tuple row = Tuple.of(projectId, skill.name(), skill.version());
        row.addString(skill.text().description())
                .addString(skill.text().body())
                .addArrayOfString(skill.text().allowedTools().toArray(String[]::new))
                .addString(skill.origin().seededBy())
                .addString(skill.origin().canonicalHash())
                .addInteger(skill.origin().createdBy())
                .addOffsetDateTime(Rows.parameter(skill.origin().createdAt()));
        return tx.preparedQuery(SkillQueries.INSERT).execute(row).map(stored -> stored.size() == 1);
    }

    /** Puts a later version in the place of the latest. */
    Uni<Boolean> replace(SqlClient tx, int projectId, Skill later) {
        return tx.preparedQuery(SkillQueries.RETIRE)
                .execute(Tuple.of(projectId, later.name()))
                .flatMap(retired -> insert(tx, projectId, later));
    }

    Uni<Void> delete(SqlClient tx, int projectId, Collection<String> names) {
        return tx.preparedQuery(SkillQueries.DELETE)
                .execute(Tuple.of(projectId, names.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Skill skill(Row row) {
        return new Skill(
                row.getString("name"),
                row.getInteger("version"),
                new SkillText(
                        row.getString("description"),
                        row.getString("body"),
                        List.of(row.getArrayOfStrings("allowed_tools"))),
                row.getBoolean("deleted"),
                new Skill.Origin(
                        row.getString("seeded_by"),
                        row.getString("canonical_hash"),
                        row.getInteger("created_by"),
                        Rows.instant(row, "created_at")));
    }
}
