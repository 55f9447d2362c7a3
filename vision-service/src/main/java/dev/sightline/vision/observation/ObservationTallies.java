package dev.sightline.vision.observation;

import dev.sightline.sql.Rows;
import dev.sightline.vision.observation.Answer.Kind;
import dev.sightline.vision.observation.ObservationState.Ended;
import dev.sightline.vision.observation.ObservationState.WithoutResult;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the books: the usage receipt of a success, and the sums that statistics and counts are read from, in the
 * transaction that ends or removes an observation. Sums are shared by all observations of a scanner: they are the last
 * thing a transaction touches. All is one statement, because the way to the database costs more than what it does there.
 */
@ApplicationScoped
class ObservationTallies {

    /** Answers in the order of their key, so that two transactions never wait for each other. */
    private static final String ADD = """
            with receipt as (
                insert into usage_receipt (project_id, observation_id, scanner_id, created_at)
                select $1, $8, $2, $9 where $4 = 'succeeded'
                on conflict do nothing
            ), day as (
                insert into observation_day_tally as t
                       (project_id, scanner_id, day, status, triggered_by, verdict, total)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (project_id, scanner_id, day, status, triggered_by, verdict)
                do update set total = t.total + excluded.total
            ), tags as (
                insert into observation_tag_set_tally as t (project_id, scanner_id, tags, total)
                select $1, $2, $13, $7 where cardinality($13::text[]) > 0
                on conflict (project_id, scanner_id, digest) do update set total = t.total + excluded.total
            )
            insert into observation_answer_tally as t (project_id, scanner_id, kind, value, triggered_by, total)
            select $1, $2, a.kind, a.value, $5, a.total
              from unnest($10::text[], $11::text[], $12::bigint[]) as a (kind, value, total)
             order by a.kind, a.value
            on conflict (project_id, scanner_id, kind, value, triggered_by) do update set total = t.total + excluded.total
            """;

    /** Books an observation that has just ended. */
    Uni<Void> add(SqlClient tx, Ended ended, Instant now) {
        Outcome outcome = ended.outcome();
        Entry entry = outcome instanceof Outcome.Succeeded success
                ? new Entry(
                        outcome.status(),
                        success.modelOutput().path("verdict").asText(""),
                        1,
                        Answers.of(success.modelOutput()))
                : new Entry(outcome.status(), "", 1, new Answers());
        return book(tx, ended.row(), entry, now);
    }

    /** Takes back an observation without a result that is about to be made anew. */
    Uni<Void> remove(SqlClient tx, WithoutResult old) {
        StoredObservation row = old.row();
        return book(tx, row, new Entry(row.status(), "", -1, new Answers()), row.createdAt());
    }

    private record Entry(ObservationStatus status, String verdict, long by, Answers answers) {}

    private static Uni<Void> book(SqlClient tx, StoredObservation row, Entry entry, Instant now) {
        Tuple values = Tuple.tuple()
                .addInteger(row.projectId())
                .addUUID(row.scannerId())
                .addLocalDate(LocalDate.ofInstant(row.createdAt(), ZoneOffset.UTC))
                .addString(entry.status().wire())
                .addString(row.trigger().kind())
                .addString(entry.verdict())
                .addLong(entry.by())
                .addUUID(row.id())
                .addOffsetDateTime(Rows.parameter(now));
        Set<String> tags = entry.answers().of(Kind.ANY_TAG).keySet();
        addAnswers(values, entry.answers().counts()).addArrayOfString(tags.toArray(String[]::new));
        return tx.preparedQuery(ADD).execute(values).replaceWithVoid();
    }

    private static Tuple addAnswers(Tuple values, Map<Answer, Long> counts) {
        return values.addArrayOfString(counts.keySet().stream()
                        .map(answer -> answer.kind().stored())
                        .toArray(String[]::new))
                .addArrayOfString(counts.keySet().stream().map(Answer::value).toArray(String[]::new))
                .addArrayOfLong(counts.values().toArray(Long[]::new));
    }
}
