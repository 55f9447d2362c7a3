package dev.sightline.vision.observation;

import dev.sightline.event.EventCaptured;
import dev.sightline.event.ObservationCompleted;
import dev.sightline.json.Json;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxDrain;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.model.ModelAnswer.Usage;
import dev.sightline.sql.Rows;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.observation.ObservationStarter.Start;
import dev.sightline.vision.observation.ObservationState.Ended;
import dev.sightline.vision.observation.ObservationState.InFlight;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an observation with two tags costs the database on its way: it is asked for, taken by a worker, ended, and its
 * messages leave the outbox. The sums are the difference between two ways that are the same but for them.
 */
final class WritePath {

    private static final int AT_ONCE = 100;
    private static final int ROUNDS = 10;
    /** The only step in which the two ways differ. */
    private static final String END = "ended";

    private final Pool pool;
    private final ScannerKey scanner;
    private final ServerTicks ticks;
    private final ObservationRepository repository;
    private final ObservationStarter starter;
    private final Outbox outbox = new Outbox();
    private final OutboxDrain drain;
    private int number;

    WritePath(Pool pool, ScannerKey scanner) {
        this.pool = pool;
        this.scanner = scanner;
        this.ticks = new ServerTicks(pool);
        this.repository = new ObservationRepository(pool);
        this.starter = new ObservationStarter(pool, repository, outbox, null, Clock.systemUTC());
        this.drain = new OutboxDrain(pool);
    }

    /** Measures both ways in turn and prints what each step took. */
    void measure() {
        Map<String, Double> without = new LinkedHashMap<>();
        Map<String, Double> with = new LinkedHashMap<>();
        round(null, new LinkedHashMap<>());
        round(new ObservationTallies(), new LinkedHashMap<>());
        for (int i = 0; i < ROUNDS; i++) {
            round(null, without);
            round(new ObservationTallies(), with);
        }
        print("without its sums", without);
        print("with its sums", with);
        double sums = with.get(END) - without.get(END);
        System.out.printf(
                "the sums add %.2f ms to the end, %.1f %% of the way without them%n",
                sums / ROUNDS / AT_ONCE, 100 * sums / total(without));
    }

    private static double total(Map<String, Double> steps) {
        return steps.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static void print(String what, Map<String, Double> steps) {
        StringBuilder line = new StringBuilder("an observation " + what + ", CPU:");
        steps.forEach((step, cpu) -> line.append(" %s %.2f ms,".formatted(step, cpu / ROUNDS / AT_ONCE)));
        System.out.printf("%s in all %.2f ms%n", line, total(steps) / ROUNDS / AT_ONCE);
    }

    private void round(ObservationTallies tallies, Map<String, Double> steps) {
        List<UUID> sessions = Stream.generate(UUID::randomUUID).limit(AT_ONCE).toList();
        step(steps, "asked for", () -> sessions.forEach(this::start));
        List<UUID> ids = waiting();
        step(steps, "taken", () -> ids.forEach(this::claim));
        List<StoredObservation> rows = ids.stream().map(this::find).toList();
        step(steps, END, () -> rows.forEach(row -> end(row, tallies)));
        step(steps, "messages", this::drain);
    }

    private void step(Map<String, Double> steps, String name, Runnable work) {
        double before = ticks.milliseconds();
        work.run();
        steps.merge(name, ticks.milliseconds() - before, Double::sum);
    }

    private void start(UUID session) {
        ScannerSnapshot snapshot = new ScannerSnapshot("s", "classifier", 1, "local", "local", false, Json.tree("{}"));
        Start start = new Start(scanner.projectId(), scanner.id(), snapshot, session.toString(), Trigger.SCHEDULE);
        pool.withTransaction(tx -> starter.start(tx, start)).await().indefinitely();
    }

    private List<UUID> waiting() {
        return pool.preparedQuery("select id from observation where project_id = $1 and scanner_id = $2"
                        + " and status = 'pending'")
                .execute(Tuple.of(scanner.projectId(), scanner.id()))
                .map(rows -> Rows.list(rows, row -> row.getUUID(0)))
                .await()
                .indefinitely();
    }

    private void claim(UUID id) {
        Instant now = Instant.now();
        repository
                .claim(scanner.projectId(), id, now, now.plusSeconds(60))
                .await()
                .indefinitely();
    }

    private StoredObservation find(UUID id) {
        return repository.find(scanner.projectId(), id).await().indefinitely().orElseThrow();
    }

    private void end(StoredObservation row, ObservationTallies tallies) {
        number++;
        Outcome.Succeeded outcome = new Outcome.Succeeded(
                Json.tree(Map.of(
                        "tags", List.of("tag" + number % 8, "rare" + number % 1000),
                        "tags_freeform", List.of(),
                        "confidence", 0.7,
                        "reasoning", "x".repeat(600))),
                List.of(),
                new Usage(1, 1));
        Ended ended = new InFlight(row).ended(outcome);
        Instant now = Instant.now();
        pool.withTransaction(tx -> repository
                        .finish(tx, ended, now)
                        .chain(() -> outbox.append(tx, messages(row, outcome, now)))
                        .chain(() -> tallies == null ? receipt(tx, row, now) : tallies.add(tx, ended, now)))
                .await()
                .indefinitely();
    }

    /** As {@code ObservationMessages} makes them, of a success without findings. */
    private static List<OutboxMessage> messages(StoredObservation row, Outcome.Succeeded outcome, Instant now) {
        ObservationCompleted completed = new ObservationCompleted(
                row.projectId(),
                row.id(),
                row.scannerId(),
                "bench",
                "classifier",
                1,
                row.sessionId(),
                "succeeded",
                "",
                "schedule",
                null,
                "local",
                "local",
                false,
                0,
                outcome.modelOutput(),
                now);
        EventCaptured observed = new EventCaptured(
                row.projectId(),
                row.id(),
                "$recording_observed",
                "replay-vision:1",
                now,
                now,
                Json.tree(Map.of("scanner_output", outcome.modelOutput())).deepCopy());
        return List.of(
                OutboxMessage.of(row.projectId() + ":" + row.scannerId(), completed),
                OutboxMessage.of(UuidV7.next(), row.projectId() + ":bench", observed));
    }

    /** What every way needs. */
    private static Uni<Void> receipt(SqlClient tx, StoredObservation row, Instant now) {
        return tx.preparedQuery("insert into usage_receipt (project_id, observation_id, scanner_id, created_at)"
                        + " values ($1, $2, $3, $4) on conflict do nothing")
                .execute(Tuple.of(row.projectId(), row.id(), row.scannerId(), Rows.parameter(now)))
                .replaceWithVoid();
    }

    private void drain() {
        while (drain.turn().await().indefinitely() > 0) {
            // Until nothing waits.
        }
    }
}
