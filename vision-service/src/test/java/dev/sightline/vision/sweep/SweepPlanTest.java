package dev.sightline.vision.sweep;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sightline.sql.Rows;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.VisionDatabase;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sweep asks has an index it can use. */
class SweepPlanTest {

    static Stream<Arguments> queries() {
        UUID scanner = UuidV7.next();
        OffsetDateTime now = OffsetDateTime.now();
        return Stream.of(
                Arguments.of("turn", SweepQueries.CLAIM, Tuple.of(now, now)),
                Arguments.of("lock", SweepQueries.LOCK_UNCHANGED, Tuple.of(1, scanner, 1, now, "s")),
                Arguments.of("watermark", SweepQueries.ADVANCE, Tuple.of(1, scanner, now, "s")),
                Arguments.of("in flight", SweepQueries.IN_FLIGHT, Tuple.of(1, scanner)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void noQueryReadsAWholeTable(String name, String sql, Tuple values) {
        String plan = VisionDatabase.pool()
                .withTransaction(tx -> tx.query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> tx.preparedQuery("explain " + sql).execute(values)))
                .map(rows -> String.join("\n", Rows.list(rows, row -> row.getString(0))))
                .await()
                .indefinitely();

        assertFalse(plan.contains("Seq Scan"), plan);
    }
}
