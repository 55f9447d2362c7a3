package dev.sightline.vision.observation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.api.Ordering;
import dev.sightline.api.PageRequest;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import dev.sightline.testing.FakeUri;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.VisionDatabase;
import dev.sightline.vision.observation.ObservationPages.Asked;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list and sum of observations has an index it can use: none reads the table, none sorts a scanner's rows. */
class ObservationPlanTest {

    private static final ScannerKey KEY = Histories.scanner(VisionDatabase.pool());
    private static final int PROJECT = KEY.projectId();
    private static final UUID SCANNER = KEY.id();

    private final Pool pool = VisionDatabase.pool();

    /** Without rows every index is as good as the next. */
    @BeforeAll
    static void givenRows() {
        Pool pool = VisionDatabase.pool();
        pool.preparedQuery("""
                        insert into observation (id, project_id, scanner_id, session_id, status, workflow_id,
                            scanner_snapshot, triggered_by, requested_at, started_at, completed_at, created_at)
                        select uuidv7(), $1, $2, 's' || i, case when i % 50 = 0 then 'failed' else 'succeeded' end,
                            'w', '{}', 'schedule', now(), now(), now(), now()
                          from generate_series(1, 2000) i
                        """)
                .execute(Tuple.of(PROJECT, SCANNER))
                .chain(() -> pool.query("analyze observation").execute())
                .await()
                .indefinitely();
    }

    static Stream<Arguments> walks() {
        List<Strand> strands = Strand.of(filter(List.of(), List.of(), List.of(), List.of()));
        return ObservationOrder.KEYS.keySet().stream()
                .flatMap(key -> Stream.of(key, "-" + key))
                .flatMap(key -> Walks.of(strands, Ordering.by(key).keys().get(0)).stream()
                        .map(walk -> Arguments.of(key, walk)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("walks")
    void anOrderingIsReadFromAnIndex(String key, Walk walk) {
        Where where = Where.project(PROJECT).and("scanner_id = ?", SCANNER);
        String sql = walk.rows(where.sql(), where.bind("ss"), where.bind(100L));

        String plan = plan(sql, where.values());

        assertTrue(plan.contains("using ix_observation_strand"), plan);
        assertTrue(plan.contains("(strand = 'ss'") || plan.contains("(strand >= 'ss'"), plan);
        assertFalse(plan.replace("Incremental Sort", "").contains("Sort  ("), plan);
    }

    static Stream<Arguments> pages() {
        List<String> none = List.of();
        return Stream.of(
                Arguments.of(filter(none, none, none, none), "ix_observation_strand"),
                Arguments.of(filter(List.of("failed"), none, none, none), "ix_observation_strand"),
                Arguments.of(filter(none, none, none, List.of("a")), "ix_observation_strand"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageReadsNoWholeTable(ObservationFilter filter, String index) {
        PageRequest page = PageRequest.of(FakeUri.of("http://localhost/observations"));
        ObservationOrder.KEYS.keySet().forEach(key -> {
            Asked asked = new Asked(KEY, filter, Ordering.by("-" + key).keys().get(0), page);
            Where walked = filter.met(Where.project(PROJECT).and("scanner_id = ?", SCANNER));
            String plan = plan(ObservationPages.page(ObservationPages.walked(asked, walked), asked), walked.values());
            assertFalse(plan.contains("Seq Scan"), plan);
            assertTrue(plan.contains(index), plan);
            Where taken = filter.rows(KEY);
            String other = plan(ObservationPages.page(ObservationPages.taken(asked, taken), asked), taken.values());
            assertFalse(other.contains("Seq Scan"), other);
        });
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("ix_observation_strand", filter(List.of("failed"), List.of(), List.of(), List.of())),
                Arguments.of("ix_observation_strand", filter(List.of(), List.of("on_demand"), List.of(), List.of())),
                Arguments.of("ix_observation_strand", filter(List.of(), List.of(), List.of("yes"), List.of())),
                Arguments.of("ix_observation_tag_keys", filter(List.of(), List.of(), List.of(), List.of("a", "b"))),
                Arguments.of(
                        "_session on observation",
                        new ObservationFilter(List.of(), List.of(), List.of(), List.of(), List.of("s", "t"))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aFilterIsAnsweredByAnIndex(String index, ObservationFilter filter) {
        Where counted = filter.rows(KEY);

        String plan = plan("select count(*) from observation where " + counted.sql(), counted.values());

        assertFalse(plan.contains("Seq Scan"), plan);
        assertTrue(plan.contains(index), plan);
    }

    static Stream<Arguments> queries() {
        UUID id = UuidV7.next();
        OffsetDateTime now = OffsetDateTime.now();
        Integer[] projects = {PROJECT};
        String[] tags = {"a", "b"};
        Where outcomes =
                filter(List.of("failed"), List.of(), List.of(), List.of()).outcomes(KEY);
        Where rows = filter(List.of("failed"), List.of(), List.of(), List.of()).rows(KEY);
        return Stream.of(
                Arguments.of("one", ObservationQueries.FIND, Tuple.of(PROJECT, SCANNER, id)),
                Arguments.of("one of a project", ObservationQueries.FIND_IN_PROJECT, Tuple.of(PROJECT, id)),
                Arguments.of("claim", ObservationQueries.CLAIM, Tuple.of(PROJECT, id, now, now)),
                Arguments.of("heartbeat", ObservationQueries.EXTEND_LEASE, Tuple.of(PROJECT, id, now)),
                Arguments.of(
                        "end",
                        ObservationQueries.FINISH,
                        Tuple.from(Arrays.asList(PROJECT, id, "failed", "", null, 0L, 0L, now))),
                Arguments.of("removal", ObservationQueries.REMOVE_WITHOUT_RESULT, Tuple.of(PROJECT, id)),
                Arguments.of("a tag", ObservationQueries.COUNT_OF_TAG, Tuple.of(PROJECT, SCANNER, tags, "a")),
                Arguments.of("tags", ObservationQueries.COUNT_OF_TAGS, Tuple.of(PROJECT, SCANNER, tags, tags)),
                Arguments.of("outcomes", ObservationQueries.countOfOutcomes(outcomes.sql()), outcomes.values()),
                Arguments.of("answers", StatisticsQueries.TALLIED_ANSWERS, Tuple.of(PROJECT, SCANNER, tags)),
                Arguments.of(
                        "filtered statistics",
                        StatisticsQueries.raw("classifier", rows.sql(), rows.bind(now)),
                        rows.values()),
                Arguments.of("usage", Quota.USAGE, Tuple.of(projects, now, now)),
                Arguments.of("lost jobs", LostObservations.RECLAIM, Tuple.of(now, now, 3, 500)),
                Arguments.of("hopeless jobs", LostObservations.HOPELESS, Tuple.of(now, now, 3, 500)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void noQueryReadsAWholeTable(String name, String sql, Tuple values) {
        String plan = plan(sql, values);

        assertFalse(plan.contains("Seq Scan"), plan);
    }

    @Test
    void statisticsReadTheSumsAndOneDay() {
        OffsetDateTime now = OffsetDateTime.now();
        Where where =
                filter(List.of("failed"), List.of(), List.of("yes"), List.of()).outcomes(KEY);
        String strands = where.bind(new String[] {"fs", "fo"});

        String plan =
                plan(StatisticsQueries.tallied(where.sql(), strands, where.bind(now), where.bind(now)), where.values());

        assertFalse(plan.contains("Seq Scan"), plan);
        assertTrue(plan.contains("pk_observation_day_tally"), plan);
    }

    @Test
    void theObservationsOfASessionAreFoundBySession() {
        Where where = Where.project(PROJECT).and("session_id = ?", "s");
        String sql = ObservationQueries.list(
                where, ObservationOrder.by(ObservationOrder.NEWEST_FIRST.keys().get(0)), 100, 0);

        assertTrue(plan(sql, where.values()).contains("ix_observation_project_session"));
    }

    private static ObservationFilter filter(
            List<String> statuses, List<String> triggers, List<String> verdicts, List<String> tags) {
        return new ObservationFilter(statuses, triggers, verdicts, tags, List.of());
    }

    /** The plan if reading a whole table and sorting cost too much, as they do with many rows. */
    private String plan(String sql, Tuple values) {
        return pool.withTransaction(tx -> tx.query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> tx.query("set local enable_sort = off").execute())
                        .chain(() -> tx.preparedQuery("explain " + sql).execute(values)))
                .map(rows -> String.join("\n", Rows.list(rows, row -> row.getString(0))))
                .await()
                .indefinitely();
    }
}
