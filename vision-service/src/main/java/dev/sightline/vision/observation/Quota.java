package dev.sightline.vision.observation;

import dev.sightline.api.ApiException;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Organization;
import dev.sightline.auth.Project;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The monthly budget of an organization. Failed and ineligible observations do not count. */
@ApplicationScoped
public class Quota {

    static final String USAGE = """
            select (select count(*) from usage_receipt
                     where project_id = any($1) and created_at >= $2 and created_at < $3)
                 + (select count(*) from observation
                     where project_id = any($1) and status in ('pending', 'running') and created_at >= $2) as usage,
                   (select coalesce(sum(estimated_monthly_observations), 0)::bigint from scanner
                     where project_id = any($1) and enabled) as projected
            """;

    static final String HOLD = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    private final Pool pool;
    private final Directory directory;
    private final QuotaConfig config;
    private final Clock clock;

    Quota(Pool pool, Directory directory, QuotaConfig config, Clock clock) {
        this.pool = pool;
        this.directory = directory;
        this.config = config;
        this.clock = clock;
    }

    /** The state of the organization that the project belongs to. */
    public Uni<QuotaState> of(int projectId) {
        return of(pool, projectId);
    }

    /** The same as a transaction sees it. */
    public Uni<QuotaState> of(SqlClient client, int projectId) {
        Organization organization = directory.organizationOf(projectId).orElseThrow();
        OffsetDateTime start = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1);
        return client.preparedQuery(USAGE)
                .execute(Tuple.of(projects(organization), start, start.plusMonths(1)))
                .map(rows -> state(rows.iterator().next(), start));
    }

    /** Fails with a 402 that states the limit and when it is lifted, if the budget is used up. */
    public Uni<Void> require(int projectId) {
        return of(projectId).invoke(Quota::require).replaceWithVoid();
    }

    /**
     * The same for what the transaction begins: until it has ended, nobody else begins anything at the organization's
     * expense, so that several at once do not begin more than is left.
     */
    public Uni<Void> require(SqlClient tx, int projectId) {
        return hold(tx, projectId)
                .chain(() -> of(tx, projectId))
                .invoke(Quota::require)
                .replaceWithVoid();
    }

    /** Holds the organization's budget to the end of the transaction. */
    public Uni<Void> hold(SqlClient tx, int projectId) {
        Organization organization = directory.organizationOf(projectId).orElseThrow();
        return tx.preparedQuery(HOLD)
                .execute(Tuple.of("budget " + organization.id()))
                .replaceWithVoid();
    }

    private static void require(QuotaState state) {
        if (state.exhausted()) {
            throw ApiException.quotaExceeded("The monthly quota of " + state.monthlyQuota()
                    + " observations is used up. It starts anew on " + state.periodEnd() + ".");
        }
    }

    private static Integer[] projects(Organization organization) {
        return organization.projects().stream().map(Project::id).toArray(Integer[]::new);
    }

    private QuotaState state(Row row, OffsetDateTime start) {
        long usage = row.getLong("usage");
        return new QuotaState(
                config.monthly(),
                usage,
                Math.max(0, config.monthly() - usage),
                usage >= config.monthly(),
                start.toInstant(),
                start.plusMonths(1).toInstant(),
                row.getLong("projected"));
    }
}
