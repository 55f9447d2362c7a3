package dev.sightline.vision.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.event.SnapshotsReceived;
import dev.sightline.json.Json;
import dev.sightline.messaging.Failures;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.RetryLaterException;
import dev.sightline.servers.Ports;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.VisionDatabase;
import dev.sightline.vision.block.BlockPlace;
import dev.sightline.vision.block.GivenBlocks;
import dev.sightline.vision.block.MissingBlockException;
import dev.sightline.vision.block.ObjectStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Blocks in an object store: one object a flush, none lost, none left behind. */
class StoredObjectsTest {

    private static final Pool POOL = VisionDatabase.pool();
    private static final ObjectStore STORE = ObjectStore.get();

    private final int project = VisionDatabase.newProjectId();
    private final String prefix = "p" + UUID.randomUUID();
    private final GivenBlocks blocks = GivenBlocks.of(POOL, STORE.settings(prefix));
    private final RecordingStore recordings = recordings(blocks);
    private final RecordingRemoval removal = new RecordingRemoval(POOL);

    @Test
    void aFlushOfSeveralSessionsIsOneObjectReadByRanges() {
        ArrivedBlock first = arrived("one", 1);
        ArrivedBlock second = arrived("two", 2);
        ArrivedBlock third = arrived("one", 3);

        done(recordings.append(List.of(first, second, third)));

        assertEquals(1, STORE.keys(prefix).size());
        assertEquals(List.of(bytes(first), bytes(third)), read("one"));
        assertEquals(List.of(bytes(second)), read("two"));
        assertEquals(0, loose());
        assertEquals(2, done(recordings.find(project, "one")).orElseThrow().blockCount());
    }

    @Test
    void aSecondDeliveryChangesNothingAndItsObjectIsSwept() {
        ArrivedBlock block = arrived("one", 1);
        done(recordings.append(List.of(block)));

        done(recordings.append(List.of(block)));
        assertEquals(2, STORE.keys(prefix).size());
        done(blocks.sweep().sweep());

        assertEquals(1, STORE.keys(prefix).size());
        assertEquals(List.of(bytes(block)), read("one"));
        assertEquals(0, loose());
    }

    @Test
    void anObjectWhoseRowsWereNeverWrittenIsSwept() {
        List<BlockPlace> places = done(blocks.storage().put(List.of(new byte[] {1, 2, 3}, new byte[] {4})));
        assertArrayEquals(new byte[] {4}, done(blocks.storage().read(places.get(1))));

        done(blocks.sweep().sweep());

        assertEquals(List.of(), STORE.keys(prefix));
        assertEquals(0, loose());
        assertThrows(MissingBlockException.class, () -> done(blocks.storage().read(places.get(0))));
    }

    @Test
    void rowsAreNotWrittenForAnObjectThatCountsAsForgotten() {
        List<BlockPlace> places = done(blocks.storage().put(List.of(new byte[] {1})));
        done(blocks.sweep().sweep());

        Uni<Void> late = POOL.withTransaction(tx -> blocks.objects().keep(tx, places));

        assertThrows(RetryLaterException.class, () -> done(late));
    }

    @Test
    void anObjectGoesWithTheLastOfItsRecordings() {
        ArrivedBlock kept = arrived("kept", 1);
        done(recordings.append(List.of(arrived("gone", 1), kept)));

        done(removal.delete(new SessionKey(project, "gone")));
        done(blocks.sweep().sweep());
        assertEquals(1, STORE.keys(prefix).size());
        assertEquals(List.of(bytes(kept)), read("kept"));
        assertEquals(List.of(), read("gone"));

        done(removal.delete(new SessionKey(project, "kept")));
        done(blocks.sweep().sweep());
        assertEquals(List.of(), STORE.keys(prefix));
        assertEquals(0, loose());
    }

    @Test
    void blocksStayReadableWhereTheyWereWritten() {
        RecordingStore rows =
                recordings(new GivenBlocks(GivenBlocks.of(POOL, Map.of()).storage(), blocks.objects(), blocks.sweep()));
        ArrivedBlock inRow = arrived("one", 1);
        ArrivedBlock inObject = arrived("one", 2);
        done(rows.append(List.of(inRow)));

        done(recordings.append(List.of(inObject)));

        assertEquals(List.of(bytes(inRow), bytes(inObject)), read("one"));
    }

    @Test
    void aLostObjectIsAnEmptyBlockToTheAnalysis() {
        ArrivedBlock lost = arrived("one", 1);
        ArrivedBlock left = arrived("one", 2);
        done(recordings.append(List.of(lost)));
        STORE.lose(STORE.keys(prefix).get(0));

        done(recordings.append(List.of(left)));

        assertEquals(List.of("[]", bytes(left)), read("one"));
    }

    @Test
    void aStoreThatIsNotThereLosesNothingAndSaysSo() throws IOException {
        Map<String, String> settings = new HashMap<>(STORE.settings(prefix));
        settings.put("sightline.vision.blocks.endpoint", "http://127.0.0.1:" + Ports.free() + "/");
        RecordingStore away = recordings(GivenBlocks.of(POOL, settings));

        Throwable failure = assertThrows(RuntimeException.class, () -> done(away.append(List.of(arrived("one", 1)))));

        assertInstanceOf(RetryLaterException.class, failure);
        assertTrue(Failures.isTransient(failure), "the message waits");
        assertTrue(
                failure.getMessage().startsWith("blocks cannot be written to s3://recordings/" + prefix),
                failure::getMessage);
        assertTrue(done(recordings.find(project, "one")).isEmpty());
    }

    @AfterAll
    static void leavesNothing() {
        done(GivenBlocks.of(POOL, STORE.settings("any")).sweep().sweep());
    }

    private static RecordingStore recordings(GivenBlocks blocks) {
        BlockIndex index = new BlockIndex(POOL, blocks.storage(), blocks.objects());
        return new RecordingStore(POOL, index, new ConsoleLines(), new Outbox(), GivenBlocks.recordings(Map.of()));
    }

    private ArrivedBlock arrived(String session, long second) {
        long at = Instant.now().toEpochMilli() / 1000 * 1000 + second * 1000;
        SnapshotsReceived batch = new SnapshotsReceived(
                project,
                UuidV7.next(),
                session,
                "w",
                "somebody",
                "web",
                "web",
                Instant.now(),
                Json.mapper()
                        .createArrayNode()
                        .add(Items.item("{'type':3,'timestamp':" + at + ",'data':{'source':3}}")));
        return new ArrivedBlock(batch, Block.of(List.of(batch), true).orElseThrow());
    }

    private List<String> read(String session) {
        return done(recordings.blocks(project, session).collect().asList()).stream()
                .map(Arrays::toString)
                .toList();
    }

    private static String bytes(ArrivedBlock block) {
        return Arrays.toString(block.block().bytes());
    }

    private long loose() {
        return done(POOL.preparedQuery("select count(*) from loose_object where object_uri like $1")
                        .execute(Tuple.of("%/" + prefix + "/%")))
                .iterator()
                .next()
                .getLong(0);
    }

    private static <T> T done(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
