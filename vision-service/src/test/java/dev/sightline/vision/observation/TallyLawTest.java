package dev.sightline.vision.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.time.UuidV7;
import dev.sightline.vision.VisionDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to observations, their sums are those of their rows. */
class TallyLawTest {

    private static final ObservationFilter ALL =
            new ObservationFilter(List.of(), List.of(), List.of(), List.of(), List.of());
    private static final Instant NOW = Instant.parse("2026-03-10T13:30:00Z");

    private final Pool pool = VisionDatabase.pool();
    private final ObservationStatistics statistics = new ObservationStatistics(pool, Clock.systemUTC());

    /** What becomes of one session, and how long ago. */
    record Step(String what, int hoursAgo, boolean scheduled) {}

    @Property(tries = 40)
    void sumsAreThoseOfTheRows(@ForAll("histories") List<Step> history, @ForAll("windows") int days) {
        ScannerKey scanner = scanner();
        GivenObservations given = new GivenObservations(pool, scanner);
        List<UUID> removable = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            play(given, history.get(i), "s" + i, removable);
        }
        OffsetDateTime since = NOW.atOffset(ZoneOffset.UTC).minusDays(days);

        ObservationCounts raw =
                statistics.raw(scanner, "any", ALL, since).await().indefinitely();
        ObservationCounts tallied =
                statistics.tallied(scanner, ALL, since).await().indefinitely();

        assertEquals(raw.answers(), tallied.answers());
        assertEquals(raw.total(), tallied.total());
        assertEquals(raw.recent(), tallied.recent());
        assertEquals(StatusCounts.of(raw), StatusCounts.of(tallied));
        assertEquals(MonitorStats.of(raw), MonitorStats.of(tallied));
    }

    @Property(tries = 20)
    void countsOfOutcomesAreThoseOfTheRows(
            @ForAll("histories") List<Step> history, @ForAll("filters") ObservationFilter filter) {
        ScannerKey scanner = scanner();
        GivenObservations given = new GivenObservations(pool, scanner);
        for (int i = 0; i < history.size(); i++) {
            play(given, history.get(i), "s" + i, new ArrayList<>());
        }
        ObservationRepository repository = new ObservationRepository(pool);

        long rows = repository
                .count(filter.where(scanner.projectId(), scanner.id()))
                .await()
                .indefinitely();
        long tallied = repository
                .countOfOutcomes(filter.where(scanner.projectId(), scanner.id()))
                .await()
                .indefinitely();

        assertEquals(rows, tallied);
    }

    @Property(tries = 40)
    void filteredSumsAreThoseOfTheRows(
            @ForAll("histories") List<Step> history,
            @ForAll("filters") ObservationFilter filter,
            @ForAll("windows") int days) {
        ScannerKey scanner = scanner();
        GivenObservations given = new GivenObservations(pool, scanner);
        for (int i = 0; i < history.size(); i++) {
            play(given, history.get(i), "s" + i, new ArrayList<>());
        }
        OffsetDateTime since = NOW.atOffset(ZoneOffset.UTC).minusDays(days);

        ObservationCounts raw =
                statistics.raw(scanner, "any", filter, since).await().indefinitely();
        ObservationCounts tallied =
                statistics.tallied(scanner, filter, since).await().indefinitely();

        assertTrue(filter.isOfSums("monitor"));
        assertEquals(raw.recent(), tallied.recent());
        assertEquals(StatusCounts.of(raw), StatusCounts.of(tallied));
        assertEquals(MonitorStats.of(raw), MonitorStats.of(tallied));
        if (filter.isOfSums("classifier")) {
            assertEquals(raw.answers(), tallied.answers());
        }
    }

    @Property(tries = 20)
    void countsOfTagsAreThoseOfTheRows(
            @ForAll("histories") List<Step> history, @ForAll("tags") List<String> tags, @ForAll boolean succeeded) {
        ScannerKey scanner = scanner();
        GivenObservations given = new GivenObservations(pool, scanner);
        for (int i = 0; i < history.size(); i++) {
            play(given, history.get(i), "s" + i, new ArrayList<>());
        }
        ObservationFilter filter = new ObservationFilter(
                succeeded ? List.of("failed", "succeeded") : List.of(), List.of(), List.of(), tags, List.of());
        ObservationRepository repository = new ObservationRepository(pool);

        long rows = repository
                .count(filter.where(scanner.projectId(), scanner.id()))
                .await()
                .indefinitely();

        assertTrue(filter.isOfTags());
        assertEquals(rows, repository.countOfTags(scanner, tags).await().indefinitely());
    }

    @Provide
    Arbitrary<List<String>> tags() {
        return Arbitraries.of("a", "b", "c", "nobody")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements();
    }

    private static void play(GivenObservations given, Step step, String session, List<UUID> removable) {
        given.createdAt(NOW.minusSeconds(3600L * step.hoursAgo()))
                .by(step.scheduled() ? Trigger.SCHEDULE : Trigger.onDemand(1));
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

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<String> what = Arbitraries.of(
                "pending",
                "failed",
                "ineligible",
                "retried",
                "{\"verdict\":\"yes\"}",
                "{\"verdict\":\"no\"}",
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

    @Provide
    Arbitrary<Integer> windows() {
        return Arbitraries.integers().between(1, 20);
    }

    @Provide
    Arbitrary<ObservationFilter> filters() {
        return Combinators.combine(
                        some(ObservationFilter.STATUSES),
                        some(ObservationFilter.TRIGGERS),
                        some(ObservationFilter.VERDICTS))
                .as((statuses, triggers, verdicts) ->
                        new ObservationFilter(statuses, triggers, verdicts, List.of(), List.of()));
    }

    private static Arbitrary<List<String>> some(List<String> values) {
        return Arbitraries.of(values).list().ofMaxSize(2);
    }

    private ScannerKey scanner() {
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
