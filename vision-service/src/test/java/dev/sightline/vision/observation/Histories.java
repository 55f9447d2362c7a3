package dev.sightline.vision.observation;

import dev.sightline.time.UuidV7;
import dev.sightline.vision.VisionDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Whatever may happen to the observations of a scanner. */
final class Histories {

    static final Instant NOW = Instant.parse("2026-03-10T13:30:00Z");

    private Histories() {}

    /** What becomes of one session, and how long ago. */
    record Step(String what, int hoursAgo, boolean scheduled) {}

    static void play(GivenObservations given, List<Step> history) {
        List<UUID> removable = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            play(given, history.get(i), "s" + i, removable);
        }
    }

    private static void play(GivenObservations given, Step step, String session, List<UUID> removable) {
        given.createdAt(NOW.minusSeconds(3600L * step.hoursAgo()))
                .by(step.scheduled() ? Trigger.SCHEDULE : Trigger.onDemand(1))
                .version(1 + step.hoursAgo() % 3)
                .started(step.hoursAgo() % 4 > 0);
        switch (step.what()) {
            case "pending" -> given.pending(session);
            case "failed" -> removable.add(given.failed(session));
            case "ineligible" -> removable.add(given.ineligible(session));
            case "retried" -> {
                if (!removable.isEmpty()) {
                    given.removed(removable.remove(0));
                }
            }
            default -> given.succeeded(session, step.what());
        }
    }

    static Arbitrary<List<Step>> any() {
        Arbitrary<String> what = Arbitraries.of(
                "pending",
                "failed",
                "ineligible",
                "retried",
                "{\"verdict\":\"yes\"}",
                "{\"verdict\":\"no\"}",
                "{\"verdict\":\"maybe\"}",
                "{\"score\":7}",
                "{\"score\":7.0}",
                "{\"score\":-0.25}",
                "{\"score\":\"7\"}",
                "{\"score\":1e-7}",
                "{\"tags\":[\"a\",\"b\"],\"tags_freeform\":[\"b\",\"c\"]}",
                "{\"tags\":[\"a\"],\"tags_freeform\":[]}",
                "{\"tags\":[\"a\",\"a\",3,null]}",
                "{\"tags\":\"a\",\"tags_freeform\":{\"x\":1}}",
                "{\"title\":\"t\"}");
        Arbitrary<Integer> hours = Arbitraries.integers().between(0, 24 * 20);
        return Combinators.combine(what, hours, Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    /** A scanner nobody else knows. */
    static ScannerKey scanner(Pool pool) {
        ScannerKey key = new ScannerKey(VisionDatabase.newProjectId(), UuidV7.next());
        pool.preparedQuery("""
                        insert into scanner (id, project_id, name, scanner_type, scanner_config, provider, model,
                                             last_swept_at, created_at, updated_at)
                        values ($1, $2, 'x', 'monitor', '{}', 'local', 'local', now(), now(), now())
                        """)
                .execute(Tuple.of(key.id(), key.projectId()))
                .await()
                .indefinitely();
        return key;
    }
}
