package dev.sightline.vision.recording;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.event.SnapshotsReceived;
import dev.sightline.json.Json;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.observation.Visit;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no browser would record, from the topic to the observation: it ends properly, and the next one is recorded. */
@QuarkusTest
class HostileRecordingTest {

    private static final long NOON = Instant.now().toEpochMilli();
    private static final List<String> IMPOSSIBLE = List.of(
            "7",
            "[]",
            "{}",
            "{'type':3,'data':{'source':3}}",
            "{'type':3,'timestamp':'noon','data':{'source':3}}",
            "{'type':3,'timestamp':-5,'data':{'source':3}}",
            "{'type':3,'timestamp':1e30,'data':{'source':3}}");
    private static final List<String> STRANGE = List.of(
            "{'timestamp':NOON}",
            "{'type':{},'timestamp':NOON,'data':[]}",
            "{'type':2,'timestamp':NOON,'data':{'node':{'id':'x','childNodes':{'a':[{}]}}}}",
            "{'type':3,'timestamp':NOON,'data':{'source':0,'adds':7,'removes':{},'texts':null,'attributes':'x'}}",
            "{'type':3,'timestamp':NOON,'data':{'source':2,'type':2,'id':1e30}}",
            "{'type':6,'timestamp':NOON,'data':{'plugin':'rrweb/console@1','payload':{'level':1,'payload':{'a':1}}}}",
            "{'type':6,'timestamp':NOON,'data':{'plugin':'rrweb/network@1','payload':{'requests':[7]}}}");

    @Inject
    Visit visit;

    @Inject
    RecordingStore store;

    @Inject
    SessionEvents events;

    @Test
    void impossibleItemsAreLeftOutAndStrangeOnesLivedWith() {
        visit.send(batch("nothing", IMPOSSIBLE.stream().map(HostileRecordingTest::item)));
        visit.send(batch(
                "strange",
                Stream.concat(Stream.concat(IMPOSSIBLE.stream(), STRANGE.stream()), scrolls(1_000))
                        .map(HostileRecordingTest::item)));

        StoredSession recorded = recorded("strange", STRANGE.size() + 20);
        assertEquals(1, recorded.blockCount());
        assertEquals(0, visit.items("nothing"));
        event("strange");
        visit.observed(scanner(), "strange", "succeeded");
        visit.observed(scanner(), "nothing", "ineligible")
                .body(
                        "results[0].error_reason",
                        equalTo("no_recording:There is no recording of this session, or it has expired."));
    }

    @Test
    void clocksMayRunBackwards() {
        visit.send(batch("backwards", scrolls(-1_000).map(HostileRecordingTest::item)));
        visit.send(batch("backwards", scrolls(-60_000).map(HostileRecordingTest::item)));

        TimeSpan span = recorded("backwards", 40).counters().span();
        assertEquals(NOON - 19 * 60_000, span.startMs());
        assertEquals(NOON, span.endMs());
        event("backwards");
        visit.observed(scanner(), "backwards", "succeeded");
    }

    @Test
    void twoHundredMegabytesAreRecordedLookedAtAndPlayed() {
        JsonNode text = Json.mapper().createObjectNode().put("id", 7).put("value", "x".repeat(100_000));
        for (int block = 0; block < 100; block++) {
            long start = NOON + block * 2_000L;
            append(batch("huge", LongStream.range(0, 20).mapToObj(n -> large(start + n * 90, text))));
        }
        append(batch("huge", scrolls(1_000).map(HostileRecordingTest::item)));

        event("huge");
        visit.observed(scanner(), "huge", "succeeded");
        long played = visit.as()
                .get("/api/projects/" + visit.project().id()
                        + "/session_recordings/huge/snapshots?source=blob_v2&start_blob_key=99&end_blob_key=99")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray()
                .length;
        assertTrue(played > 2_000_000, () -> "played " + played);
    }

    private void append(SnapshotsReceived batch) {
        Block block = Block.of(List.of(batch), true).orElseThrow();
        store.append(List.of(new ArrivedBlock(batch, block))).await().indefinitely();
    }

    /** A mutation that replaces a long text of the page. */
    private static JsonNode large(long at, JsonNode text) {
        JsonNode item =
                Items.item("{'type':3,'timestamp':" + at + ",'data':{'source':0,'adds':[],'removes':[],'texts':[]}}");
        ((ArrayNode) item.at("/data/texts")).add(text);
        return item;
    }

    /** Twenty items, each so many milliseconds behind the one before. */
    private static Stream<String> scrolls(long step) {
        return LongStream.range(0, 20)
                .mapToObj(n -> "{'type':3,'timestamp':" + (NOON + n * step) + ",'data':{'source':3,'id':1,'x':0,'y':"
                        + n + "}}");
    }

    private static JsonNode item(String json) {
        return Items.item(json.replace("NOON", String.valueOf(NOON)));
    }

    private SnapshotsReceived batch(String session, Stream<JsonNode> items) {
        ArrayNode all = Json.mapper().createArrayNode();
        items.forEach(all::add);
        return new SnapshotsReceived(
                visit.project().id(), UuidV7.next(), session, "w", "somebody", "web", "web", Instant.now(), all);
    }

    private StoredSession recorded(String session, long items) {
        await().atMost(Duration.ofSeconds(60)).until(() -> visit.items(session) == items);
        return store.find(visit.project().id(), session).await().indefinitely().orElseThrow();
    }

    private void event(String session) {
        EventCaptured event = new EventCaptured(
                visit.project().id(),
                UuidV7.next(),
                "$pageview",
                "somebody",
                Instant.ofEpochMilli(NOON),
                Instant.now(),
                Json.mapper().createObjectNode().put("$session_id", session));
        events.add(List.of(event)).await().indefinitely();
    }

    private String scanner() {
        return visit.created(Map.of(
                "name", "m" + UuidV7.next(),
                "scanner_type", "monitor",
                "scanner_config", Map.of("prompt", "Did the visitor run into an error?"),
                "provider", "local",
                "model", "local"));
    }
}
