package dev.sightline.vision.observation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.api.Ordering;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.VisionDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list and sum of observations has an index it can use: none reads the table, none sorts a scanner's rows. */
class ObservationPlanTest {

    private static final int PROJECT = 1;
    private static final UUID SCANNER = UuidV7.next();

    private final Pool pool = VisionDatabase.pool();

    static Stream<Arguments> orderings() {
        return ObservationOrder.KEYS.keySet().stream()
                .flatMap(key -> Stream.of(Arguments.of(key), Arguments.of("-" + key)));
    }

    @ParameterizedTest
    @MethodSource("orderings")
    void anOrderingIsReadFromAnIndex(String key) {
        Where where = filter(List.of(), List.of(), List.of(), List.of()).where(PROJECT, SCANNER);
        String order = ObservationOrder.by(Ordering.by(key));

        String plan = plan(ObservationQueries.list(where, order, 100, 0), where.values());

        assertFalse(plan.contains("Seq Scan"), plan);
        assertFalse(plan.replace("Incremental Sort", "").contains("Sort  ("), plan);
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("status", filter(List.of("failed"), List.of(), List.of(), List.of())),
                Arguments.of("trigger", filter(List.of(), List.of("on_demand"), List.of(), List.of())),
                Arguments.of("verdict", filter(List.of(), List.of(), List.of("yes"), List.of())),
                Arguments.of("tag_keys", filter(List.of(), List.of(), List.of(), List.of("a", "b"))),
                Arguments.of(
                        "uq_observation_scanner_session",
                        new ObservationFilter(List.of(), List.of(), List.of(), List.of(), List.of("s", "t"))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aFilterIsAnsweredByAnIndex(String index, ObservationFilter filter) {
        Where counted = filter.where(PROJECT, SCANNER);

        String plan = plan("select count(*) from observation where " + counted.sql(), counted.values());

        assertFalse(plan.contains("Seq Scan"), plan);
        assertTrue(plan.contains(index) || plan.contains("ix_observation_by_"), plan);
    }

    static Stream<Arguments> queries() {
        UUID id = UuidV7.next();
        OffsetDateTime now = OffsetDateTime.now();
        Integer[] projects = {PROJECT};
        String[] tags = {"a", "b"};
        Where outcomes =
                filter(List.of("failed"), List.of(), List.of(), List.of()).where(PROJECT, SCANNER);
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
                Arguments.of("a tag", ObservationQueries.COUNT_OF_TAG, Tuple.of(PROJECT, SCANNER, "a")),
                Arguments.of("tags", ObservationQueries.COUNT_OF_TAGS, Tuple.of(PROJECT, SCANNER, tags)),
                Arguments.of("outcomes", ObservationQueries.countOfOutcomes(outcomes.sql()), outcomes.values()),
                Arguments.of("answers", StatisticsQueries.TALLIED_ANSWERS, Tuple.of(PROJECT, SCANNER, tags)),
                Arguments.of(
                        "filtered statistics",
                        StatisticsQueries.raw("classifier", outcomes.sql(), outcomes.bind(now)),
                        outcomes.values()),
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
                filter(List.of("failed"), List.of(), List.of("yes"), List.of()).where(PROJECT, SCANNER);

        String plan = plan(StatisticsQueries.tallied(where.sql(), where.bind(now), where.bind(now)), where.values());

        assertFalse(plan.contains("Seq Scan"), plan);
        assertTrue(plan.contains("pk_observation_day_tally"), plan);
    }

    @Test
    void theObservationsOfASessionAreFoundBySession() {
        Where where = Where.project(PROJECT).and("session_id = ?", "s");
        String sql = ObservationQueries.list(where, ObservationOrder.by(ObservationOrder.NEWEST_FIRST), 100, 0);

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
