package dev.sightline.vision.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.api.Ordering;
import dev.sightline.api.PageRequest;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import dev.sightline.testing.FakeUri;
import dev.sightline.vision.VisionDatabase;
import dev.sightline.vision.observation.Histories.Step;
import dev.sightline.vision.observation.ObservationPages.Asked;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whichever way a page is read, it holds the rows that filtering and sorting all of them would put there. */
class PageLawTest {

    private final Pool pool = VisionDatabase.pool();
    private final ObservationCounting counting = new ObservationCounting(pool);
    private final ObservationPages pages = new ObservationPages(pool, counting);

    @Property(tries = 40)
    void aPageIsTheSameWhicheverWayItIsRead(
            @ForAll("histories") List<Step> history, @ForAll("filters") ObservationFilter filter) {
        ScannerKey scanner = Histories.scanner(pool);
        Histories.play(new GivenObservations(pool, scanner), history);
        long count = all(scanner, filter, ObservationOrder.NEWEST_FIRST.keys().get(0))
                .size();

        assertEquals(count, counting.of(scanner, filter).await().indefinitely().count());
        for (String key : ObservationOrder.KEYS.keySet()) {
            for (String order : List.of(key, "-" + key)) {
                pageIsTheSame(
                        new Asked(scanner, filter, Ordering.by(order).keys().get(0), page()));
            }
        }
    }

    private void pageIsTheSame(Asked asked) {
        List<UUID> all = all(asked.scanner(), asked.filter(), asked.order());
        List<UUID> expected = all.stream().skip(2).limit(5).toList();

        assertEquals(expected, ids(pages.taken(asked).await().indefinitely()), "taken by " + asked);
        assertEquals(expected, ids(pages.of(asked).await().indefinitely().rows()), "listed by " + asked);
        if (asked.filter().sessionIds().isEmpty() && !Strand.of(asked.filter()).isEmpty()) {
            assertEquals(expected, ids(pages.walked(asked).await().indefinitely()), "walked by " + asked);
        }
    }

    private static PageRequest page() {
        return PageRequest.of(FakeUri.of("http://localhost/observations?limit=5&offset=2"));
    }

    private static List<UUID> ids(List<StoredObservation> rows) {
        return rows.stream().map(StoredObservation::id).toList();
    }

    /** Without strands, sums and indexes. */
    private List<UUID> all(ScannerKey scanner, ObservationFilter filter, Ordering.Key order) {
        Where where = filter.met(filter.outcomes(scanner));
        if (!filter.sessionIds().isEmpty()) {
            where.and("session_id = any(?)", filter.sessionIds().toArray(String[]::new));
        }
        String sql = "select id from observation where " + where.sql() + " order by " + ObservationOrder.by(order);
        return pool.preparedQuery(sql)
                .execute(where.values())
                .map(rows -> Rows.list(rows, row -> row.getUUID(0)))
                .await()
                .indefinitely();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Histories.any();
    }

    @Provide
    Arbitrary<ObservationFilter> filters() {
        return Combinators.combine(
                        some(ObservationFilter.STATUSES),
                        some(ObservationFilter.TRIGGERS),
                        some(ObservationFilter.VERDICTS),
                        some(List.of("a", "b", "c", "nobody")),
                        some(List.of("s1", "s2", "s3", "nobody")))
                .as(ObservationFilter::new);
    }

    /** Mostly none, so that what filters let through is not mostly nothing. */
    private static Arbitrary<List<String>> some(List<String> values) {
        Arbitrary<List<String>> asked =
                Arbitraries.of(values).list().ofMinSize(1).ofMaxSize(2).uniqueElements();
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(List.of())), net.jqwik.api.Tuple.of(1, asked));
    }
}
