package dev.sightline.observability.evaluation;

import dev.sightline.json.Wire;
import dev.sightline.observability.evaluation.EvaluationLog.Named;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Switches an evaluation off that cannot work any more. */
@ApplicationScoped
public class EvaluationSwitch {

    private static final int MOST_DETAIL = 2000;

    private static final String OFF = """
            update evaluation
               set enabled = false, status = 'error', status_reason = $3, status_detail = $4,
                   version = version + 1, updated_at = $5
             where project_id = $1 and id = $2 and status = 'active'
            returning name
            """;

    private final EvaluationLog log;
    private final Clock clock;

    EvaluationSwitch(EvaluationLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Has an active evaluation fail; one that is paused or has failed already stays as it is.
     *
     * @param failure its detail is cut to 2,000 characters
     * @return whether this call switched it off
     */
    public Uni<Boolean> off(SqlClient transaction, int projectId, UUID id, Failure failure) {
        return transaction
                .preparedQuery(OFF)
                .execute(Tuple.of(
                        projectId,
                        id,
                        Wire.name(failure.reason()),
                        shortened(failure.detail()),
                        Rows.parameter(clock.instant())))
                .map(rows -> Rows.first(rows, row -> new Named(projectId, id, row.getString("name"))))
                .call(switched -> switched.isPresent()
                        ? log.switchedOff(transaction, switched.get())
                        : Uni.createFrom().voidItem())
                .map(Optional::isPresent);
    }

    /** Why it cannot work. */
    public record Failure(StatusReason reason, String detail) {}

    private static String shortened(String text) {
        return text.length() <= MOST_DETAIL ? text : text.substring(0, MOST_DETAIL - 3) + "...";
    }
}
