package dev.sightline.vision.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.vision.VisionDatabase;
import dev.sightline.vision.observation.Histories.Step;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    private final Pool pool = VisionDatabase.pool();
    private final ObservationCounting counting = new ObservationCounting(pool);
    private final ObservationStatistics statistics = new ObservationStatistics(pool, Clock.systemUTC());

    @Property(tries = 40)
    void sumsAreThoseOfTheRows(@ForAll("histories") List<Step> history, @ForAll("windows") int days) {
        ScannerKey scanner = Histories.scanner(pool);
        Histories.play(new GivenObservations(pool, scanner), history);
        OffsetDateTime since = Histories.NOW.atOffset(ZoneOffset.UTC).minusDays(days);

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
        ScannerKey scanner = Histories.scanner(pool);
        Histories.play(new GivenObservations(pool, scanner), history);

        long rows = counting.ofRows(scanner, filter).await().indefinitely();
        long tallied = counting.ofOutcomes(scanner, filter).await().indefinitely();

        assertEquals(rows, tallied);
    }

    @Property(tries = 40)
    void filteredSumsAreThoseOfTheRows(
            @ForAll("histories") List<Step> history,
            @ForAll("filters") ObservationFilter filter,
            @ForAll("windows") int days) {
        ScannerKey scanner = Histories.scanner(pool);
        Histories.play(new GivenObservations(pool, scanner), history);
        OffsetDateTime since = Histories.NOW.atOffset(ZoneOffset.UTC).minusDays(days);

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
            @ForAll("histories") List<Step> history,
            @ForAll("tags") List<String> tags,
            @ForAll("triggers") List<String> triggers) {
        ScannerKey scanner = Histories.scanner(pool);
        Histories.play(new GivenObservations(pool, scanner), history);
        ObservationFilter filter =
                new ObservationFilter(List.of("failed", "succeeded"), triggers, List.of(), tags, List.of());

        long rows = counting.ofRows(scanner, filter).await().indefinitely();
        Found found = counting.ofTags(scanner, filter).await().indefinitely();

        assertTrue(filter.isOfTags());
        assertEquals(rows, found.count());
        assertTrue(found.among() >= rows);
    }

    @Provide
    Arbitrary<List<String>> triggers() {
        return some(ObservationFilter.TRIGGERS);
    }

    @Provide
    Arbitrary<List<String>> tags() {
        return Arbitraries.of("a", "b", "c", "nobody")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Histories.any();
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
}
