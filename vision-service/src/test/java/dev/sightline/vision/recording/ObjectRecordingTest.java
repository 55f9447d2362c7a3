package dev.sightline.vision.recording;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.sql.Rows;
import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.block.ObjectStore;
import dev.sightline.vision.block.ObjectStoreResource;
import dev.sightline.vision.block.ObjectSweep;
import dev.sightline.vision.observation.Visit;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that keeps its blocks in an object store, from the topic to the player. */
@QuarkusTest
@TestProfile(ObjectRecordingTest.InAnObjectStore.class)
class ObjectRecordingTest {

    private static final DemoSession KETTLE = DemoSession.of("kettle-error-leaves");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String KEYS = """
            select distinct substr(object_uri, length('s3://recordings/') + 1) as key
              from recording_block
             where project_id = $1 and session_id = $2 and content is null
            """;

    private final ObjectStore store = ObjectStore.get();

    @Inject
    Visit visit;

    @Inject
    Pool pool;

    @Inject
    ObjectSweep sweep;

    public static final class InAnObjectStore implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ObjectStoreResource.class));
        }
    }

    @Test
    void recordsIntoObjectsPlaysFromThemAndRemovesThem() {
        String session = visit.record(KETTLE);

        List<String> keys = keys(session);
        assertTrue(store.keys("live/").containsAll(keys), keys::toString);
        Response played = played(session, 200);
        assertEquals(
                KETTLE.recorded().counters().contents().items(),
                played.asString().lines().count());
        visit.observed(scanner(), session, "succeeded");

        visit.as().delete(path(session)).then().statusCode(204);
        sweep.sweep().await().indefinitely();
        assertTrue(store.keys("live/").stream().noneMatch(keys::contains), keys::toString);
    }

    @Test
    void whatIsLostIsSaidToBe() {
        String session = visit.record(KETTLE);
        keys(session).forEach(store::lose);

        played(session, 500).then().body("error", equalTo("recording_block_unreadable"));
        visit.observed(scanner(), session, "failed")
                .body("results[0].error_reason", equalTo("internal_error:Nothing of the recording can be read."));
    }

    @Test
    void waitsForAStoreThatDoesNotAnswer() {
        String recorded = visit.record(KETTLE);
        DemoSession demo = DemoSession.of("browse-only");
        String session = demo.recorded().batches().get(0).sessionId();
        store.pause();
        try {
            visit.send(demo);
            await().atMost(PATIENCE).until(() -> announced() > 0);
            play(recorded).then().statusCode(503).body("error", equalTo("recording_storage_unavailable"));
            assertEquals(0, visit.items(session));
        } finally {
            store.resume();
        }

        long items = demo.recorded().counters().contents().items();
        await().atMost(PATIENCE).until(() -> visit.items(session) == items);
        assertFalse(keys(session).isEmpty());
    }

    private long announced() {
        return pool.query("select count(*) from loose_object where object_uri like 's3://recordings/live/%'")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private List<String> keys(String session) {
        return pool.preparedQuery(KEYS)
                .execute(Tuple.of(visit.project().id(), session))
                .map(rows -> Rows.list(rows, row -> row.getString("key")))
                .await()
                .indefinitely();
    }

    /** What the player gets in the end; a store on a busy machine may be too slow at first. */
    private Response played(String session, int status) {
        return await().atMost(PATIENCE).until(() -> play(session), played -> played.statusCode() == status);
    }

    private Response play(String session) {
        int last = KETTLE.recorded().batches().size() - 1;
        return visit.as().get(path(session) + "/snapshots?source=blob_v2&start_blob_key=0&end_blob_key=" + last);
    }

    private String path(String session) {
        return "/api/projects/" + visit.project().id() + "/session_recordings/" + session;
    }

    private String scanner() {
        return visit.created(Map.of(
                "name", "m",
                "scanner_type", "monitor",
                "scanner_config", Map.of("prompt", "Did the visitor run into an error?"),
                "provider", "local",
                "model", "local"));
    }
}
