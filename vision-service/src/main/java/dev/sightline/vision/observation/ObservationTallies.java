package dev.sightline.vision.observation;

import dev.sightline.sql.Rows;
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
 * thing a transaction touches. All is one call, because the way to the database costs more than what it does there.
 */
@ApplicationScoped
class ObservationTallies {

    private static final String BOOK =
            "select book_observation($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

    /** Books an observation that has just ended. */
    Uni<Void> add(SqlClient tx, Ended ended, Instant now) {
        Outcome outcome = ended.outcome();
        Entry entry = outcome instanceof Outcome.Succeeded success
                ? new Entry(outcome.status(), verdict(success), 1, Answers.of(success.modelOutput()))
                : new Entry(outcome.status(), "", 1, new Answers());
        return book(tx, ended.row(), entry, now);
    }

    private static String verdict(Outcome.Succeeded success) {
        String verdict = success.modelOutput().path("verdict").asText("");
        return ObservationFilter.VERDICTS.contains(verdict) ? verdict : "";
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
                .addUUID(row.id())
                .addLocalDate(LocalDate.ofInstant(row.createdAt(), ZoneOffset.UTC))
                .addString(entry.status().wire())
                .addString(row.trigger().kind())
                .addString(entry.verdict())
                .addLong(entry.by())
                .addOffsetDateTime(Rows.parameter(now));
        Set<String> tags = entry.answers().tags();
        addAnswers(values, entry.answers().counts()).addArrayOfString(tags.toArray(String[]::new));
        return tx.preparedQuery(BOOK).execute(values).replaceWithVoid();
    }

    private static Tuple addAnswers(Tuple values, Map<Answer, Long> counts) {
        return values.addArrayOfString(counts.keySet().stream()
                        .map(answer -> answer.kind().stored())
                        .toArray(String[]::new))
                .addArrayOfString(counts.keySet().stream().map(Answer::value).toArray(String[]::new))
                .addArrayOfLong(counts.values().toArray(Long[]::new));
    }
}
