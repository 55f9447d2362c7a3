package dev.sightline.vision.observation;

import static org.hamcrest.Matchers.equalTo;

import dev.sightline.vision.analysis.DemoSession;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blocks that broke in storage cost what stood in them and nothing else. */
@QuarkusTest
class CorruptRecordingTest {

    private static final String BREAK = """
            update recording_block set content = '\\x1f8b0800deadbeef'
             where project_id = $1 and session_id = $2
            """;

    @Inject
    Visit visit;

    @Inject
    Pool pool;

    @Test
    void aRecordingOfWhichNothingIsLeftFailsAndTheNextOneDoesNot() {
        String broken = visit.record(DemoSession.of("kettle-error-leaves"));
        String whole = visit.record(DemoSession.of("browse-only"));
        execute(BREAK, broken);
        String scanner = scanner();

        visit.observed(scanner, broken, "failed")
                .body("results[0].error_reason", equalTo("internal_error:Nothing of the recording can be read."));
        visit.observed(scanner, whole, "succeeded");
    }

    @Test
    void aRecordingWithABrokenPartIsJudgedByTheRest() {
        String session = visit.record(DemoSession.of("kettle-error-leaves"));
        execute(
                BREAK + " and start_time = (select max(start_time) from recording_block"
                        + " where project_id = $1 and session_id = $2)",
                session);

        visit.observed(scanner(), session, "succeeded");
    }

    private String scanner() {
        return visit.created(Map.of(
                "name", "m",
                "scanner_type", "monitor",
                "scanner_config", Map.of("prompt", "Did the visitor run into an error?"),
                "provider", "local",
                "model", "local"));
    }

    private void execute(String sql, String session) {
        pool.preparedQuery(sql)
                .execute(Tuple.of(visit.project().id(), session))
                .await()
                .indefinitely();
    }
}
