package dev.sightline.observability.run;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Counts the signals of each evaluation and day against the cap. */
@ApplicationScoped
class SignalDays {

    private static final String ROOM = """
            select not exists (select from evaluation_signal_day
                               where project_id = $1 and evaluation_id = $2 and day = $3 and sent >= $4)
            """;

    private static final String TAKE = """
            insert into evaluation_signal_day (project_id, evaluation_id, day, sent)
            select $1::int, $2::uuid, $3::date, 1 where $4 > 0
            on conflict (project_id, evaluation_id, day)
            do update set sent = evaluation_signal_day.sent + 1 where evaluation_signal_day.sent < $4
            """;

    private final Pool pool;
    private final SignalConfig config;
    private final Clock clock;

    SignalDays(Pool pool, SignalConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    /** Whether another signal would be sent today, as far as can be told now. */
    Uni<Boolean> hasRoom(int projectId, UUID evaluationId) {
        return config.perDay() <= 0
                ? Uni.createFrom().item(false)
                : pool.preparedQuery(ROOM)
                        .execute(values(projectId, evaluationId))
                        .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Takes one of the day's places; false if there is none. */
    Uni<Boolean> take(SqlClient transaction, int projectId, UUID evaluationId) {
        return transaction
                .preparedQuery(TAKE)
                .execute(values(projectId, evaluationId))
                .map(rows -> rows.rowCount() > 0);
    }

    private Tuple values(int projectId, UUID evaluationId) {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        return Tuple.of(projectId, evaluationId, today, config.perDay());
    }
}
