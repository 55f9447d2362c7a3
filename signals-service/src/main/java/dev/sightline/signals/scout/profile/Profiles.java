package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.sql.Rows;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Builds profiles and keeps the newest ten of each project. */
@ApplicationScoped
public class Profiles {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int KEPT = 10;
    private static final int LOCKS = 0x5C0071;

    private final ProfileBuilder builder;
    private final Pool pool;
    private final Clock clock;

    Profiles(ProfileBuilder builder, Pool pool, Clock clock) {
        this.builder = builder;
        this.pool = pool;
        this.clock = clock;
    }

    /** The newest profile, however old; empty if none was ever built. */
    public Uni<Optional<Profile>> newest(int projectId) {
        return newest(pool, projectId);
    }

    /**
     * A profile that has not expired, built if need be. Of several that ask at once, one builds.
     *
     * @param anew whether to build one in any case
     */
    public Uni<Profile> fresh(int projectId, boolean anew) {
        return pool.withTransaction(tx -> lock(tx, projectId)
                .chain(() -> newest(tx, projectId))
                .map(newest -> newest.filter(profile -> !anew && profile.fresh(clock.instant())))
                .flatMap(cached -> cached.isPresent() ? Uni.createFrom().item(cached.get()) : build(tx, projectId)));
    }

    /** Nobody builds or changes the project's profile meanwhile: a section never misses a build and its expiry both. */
    private static Uni<Void> lock(SqlClient tx, int projectId) {
        return tx.preparedQuery(ProfileQueries.LOCK)
                .execute(Tuple.of(LOCKS, projectId))
                .replaceWithVoid();
    }

    private Uni<Profile> build(SqlClient tx, int projectId) {
        return builder.build(tx, projectId)
                .map(payload -> {
                    Instant now = Timestamps.micros(clock.instant());
                    return new Profile(UuidV7.next(), now, now.plus(LIFE), Profile.VERSION, payload);
                })
                .call(profile -> store(tx, projectId, profile));
    }

    private static Uni<Void> store(SqlClient tx, int projectId, Profile profile) {
        Tuple row = Tuple.of(
                projectId,
                profile.profileId(),
                Rows.parameter(profile.computedAt()),
                Rows.parameter(profile.expiresAt()),
                profile.sourceVersion(),
                Json.write(profile.payload()));
        return tx.preparedQuery(ProfileQueries.INSERT)
                .execute(row)
                .chain(() -> tx.preparedQuery(ProfileQueries.PRUNE).execute(Tuple.of(projectId, (long) KEPT)))
                .replaceWithVoid();
    }

    /** Takes a section that another system hands in now, in the place of the one before. */
    Uni<Void> handIn(int projectId, Section section, JsonNode content) {
        return handIn(projectId, section, content, clock.instant());
    }

    /**
     * Takes a section as it was at a time, in the place of an earlier one. The profile that shows the earlier one expires.
     *
     * @param at one that is yet to come counts as now
     */
    Uni<Void> handIn(int projectId, Section section, JsonNode content, Instant at) {
        Instant now = Timestamps.micros(clock.instant());
        Object asOf = Rows.parameter(at.isBefore(now) ? at : now);
        return pool.withTransaction(tx -> lock(tx, projectId)
                .chain(() -> tx.preparedQuery(ProfileQueries.HAND_IN)
                        .execute(Tuple.of(projectId, section.wireName(), Json.write(content), asOf)))
                .chain(() -> tx.preparedQuery(ProfileQueries.EXPIRE).execute(Tuple.of(projectId, Rows.parameter(now))))
                .replaceWithVoid());
    }

    private static Uni<Optional<Profile>> newest(SqlClient client, int projectId) {
        return client.preparedQuery(ProfileQueries.NEWEST)
                .execute(Tuple.of(projectId))
                .map(rows -> Rows.first(rows, Profiles::profile));
    }

    private static Profile profile(Row row) {
        return new Profile(
                row.getUUID("id"),
                Rows.instant(row, "computed_at"),
                Rows.instant(row, "expires_at"),
                row.getString("source_version"),
                Json.read(row.getString("payload"), JsonNode.class));
    }
}
