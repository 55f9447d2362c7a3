package dev.sightline.vision.observation;

import dev.sightline.vision.observation.Answer.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Keeps the sums that statistics and counts are read from, in the transaction that ends or removes an observation. Sums
 * are shared by all observations of a scanner: they are the last thing a transaction touches.
 */
@ApplicationScoped
class ObservationTallies {

    private static final String ADD_DAY = """
            insert into observation_day_tally as t
                   (project_id, scanner_id, day, status, triggered_by, verdict, total)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (project_id, scanner_id, day, status, triggered_by, verdict)
            do update set total = t.total + excluded.total
            """;

    /** In the order of the key, so that two transactions never wait for each other. */
    private static final String ADD_ANSWERS = """
            insert into observation_answer_tally as t (project_id, scanner_id, kind, value, total)
            select $1, $2, a.kind, a.value, a.total
              from unnest($3::text[], $4::text[], $5::bigint[]) as a (kind, value, total)
             order by a.kind, a.value
            on conflict (project_id, scanner_id, kind, value) do update set total = t.total + excluded.total
            """;

    /** Counts an observation that has just ended. */
    Uni<Void> add(SqlClient tx, StoredObservation row, Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded success) {
            String verdict = success.modelOutput().path("verdict").asText("");
            return addDay(tx, row, new Change(outcome.status(), verdict, 1))
                    .chain(() -> addAnswers(tx, row, Answers.of(success.modelOutput())));
        }
        return addDay(tx, row, new Change(outcome.status(), "", 1));
    }

    /** Takes back an observation without a result that is about to be made anew. */
    Uni<Void> remove(SqlClient tx, StoredObservation row) {
        return addDay(tx, row, new Change(row.status(), "", -1));
    }

    private record Change(ObservationStatus status, String verdict, long by) {}

    private static Uni<Void> addDay(SqlClient tx, StoredObservation row, Change change) {
        return tx.preparedQuery(ADD_DAY)
                .execute(Tuple.tuple()
                        .addInteger(row.projectId())
                        .addUUID(row.scannerId())
                        .addLocalDate(LocalDate.ofInstant(row.createdAt(), ZoneOffset.UTC))
                        .addString(change.status().wire())
                        .addString(row.trigger().kind())
                        .addString(change.verdict())
                        .addLong(change.by()))
                .replaceWithVoid();
    }

    private static Uni<Void> addAnswers(SqlClient tx, StoredObservation row, Answers answers) {
        Map<Answer, Long> counts = answers.counts();
        if (counts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(ADD_ANSWERS)
                .execute(Tuple.of(
                        row.projectId(),
                        row.scannerId(),
                        counts.keySet().stream()
                                .map(Answer::kind)
                                .map(Kind::stored)
                                .toArray(String[]::new),
                        counts.keySet().stream().map(Answer::value).toArray(String[]::new),
                        counts.values().toArray(Long[]::new)))
                .replaceWithVoid();
    }
}
