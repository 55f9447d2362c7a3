package dev.sightline.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of spec/platform.md B.7. */
class SnapshotReaderTest {

    private static final String ITEM = "{'type':3,'data':{'source':1,'timestamp':9},'timestamp':1000}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[EVENT]",
                "EVENT",
                "{'api_key':'phc_t','batch':[EVENT]}",
                "{'batch':[EVENT],'sent_at':'2026-11-21T10:00:00Z'}",
                " \n[ EVENT ]\n"
            })
    void readsEveryShape(String shape) {
        SnapshotPost post = read(shape.replace("EVENT", event("'$snapshot_data':[" + ITEM + "," + ITEM + "]")));

        assertEquals("phc_t", post.token());
        assertEquals(new SnapshotPost.RecordedBy("s-1", "s-1", "d", "web", null), post.by());
        assertEquals(quoted(ITEM + "," + ITEM), written(post.items()));
        assertEquals(post.items().length(), written(post.items()).getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void skipsAByteOrderMark() {
        SnapshotPost post = read("\uFEFF" + event("'$snapshot_data':" + ITEM));

        assertEquals(quoted(ITEM), written(post.items()));
    }

    @Test
    void copiesItemsAsTheyAre() {
        String item = "{ 'timestamp' : 1e3 , 'data' : 'é \\ud83d \uD83D\uDE00 \\u0000' , 'cv':'2024-10' }";

        assertEquals(
                quoted(item),
                written(read(event("'$snapshot_data': [ " + item + " ] ")).items()));
    }

    @Test
    void takesWhoAndWhereFromTheFirstEventAndItemsFromAll() {
        SnapshotPost post = read("["
                + event("'$window_id':'w','$lib':'web','$snapshot_source':'mobile','$snapshot_data':" + item(1000))
                + ","
                + event("'$window_id':'v','$lib':'x','$snapshot_data':[" + item(3000) + "," + item(2000) + "]")
                + "]");

        assertEquals(new SnapshotPost.RecordedBy("s-1", "w", "d", "mobile", "web"), post.by());
        assertEquals(3, post.items().size());
        assertTrue(post.items().within(Duration.ofMillis(1001), Instant.ofEpochMilli(2000)));
        assertFalse(post.items().within(Duration.ofMillis(1000), Instant.ofEpochMilli(2000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':3}",
                "{'timestamp':0}",
                "{'timestamp':-5}",
                "{'timestamp':'1000'}",
                "{'timestamp':null}",
                "3",
                "null",
                "'x'",
                "[{'timestamp':1000}]",
                "{'data':{'timestamp':1000}}"
            })
    void leavesOutItemsWithoutATime(String item) {
        SnapshotPost post = read(event("'$snapshot_data':[" + item + "," + ITEM + "]"));

        assertEquals(quoted(ITEM), written(post.items()));
        assertTrue(read(event("'$snapshot_data':[" + item + "]")).items().isEmpty());
    }

    static Stream<Arguments> refused() {
        String data = "'$snapshot_data':" + ITEM;
        return Stream.of(
                arguments("[]", 400, "request holds no event"),
                arguments("[1]", 400, "failed to parse request: event is not an object"),
                arguments(event("'x':1"), 400, "replay event submitted without snapshot data"),
                arguments(event("'$snapshot_data':null"), 400, "replay event submitted without snapshot data"),
                arguments(event("'$snapshot_data':'x'"), 400, "replay event submitted without snapshot data"),
                arguments(
                        "[" + event(data) + "," + event("'x':1") + "]",
                        400,
                        "replay event submitted without snapshot data"),
                arguments(
                        "[" + event("'$snapshot_data':[{'timestamp':1]}]"),
                        400,
                        "failed to parse request: invalid JSON at byte 122"),
                arguments(without("$session_id", data), 400, "replay event submitted without session id"),
                arguments(without("distinct_id", data), 400, "event submitted without a distinct_id"),
                arguments(without("token", data), 401, "event submitted without an api_key"),
                arguments(
                        "[" + event(data) + "," + event(data).replace("phc_t", "phc_u") + "]",
                        401,
                        "batch submitted with inconsistent api_key values"),
                arguments(event(data).replace("$snapshot'", "'"), 400, "event submitted without an event name"));
    }

    @ParameterizedTest(name = "{1} {2} ({index})")
    @MethodSource("refused")
    void refusesWithTheReason(String json, int status, String reason) {
        CaptureRefused refused = assertThrows(CaptureRefused.class, () -> read(json));

        assertEquals(reason, refused.getMessage());
        assertEquals(status, refused.status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "''|without session id",
                "null|without session id",
                "7|has invalid session id",
                "'a b'|has invalid session id",
                "'a_b'|has invalid session id",
                "'é'|has invalid session id",
                "'01234567890123456789012345678901234567890123456789012345678901234567890'|has invalid session id"
            })
    void holdsSessionIdsToTheirRule(String id, String reason) {
        String json = event("'$snapshot_data':" + ITEM).replace("'s-1'", id);

        assertTrue(assertThrows(CaptureRefused.class, () -> read(json))
                .getMessage()
                .endsWith(reason));
    }

    @Test
    void takesASessionIdOfSeventyCharacters() {
        String id = "Az09-".repeat(14);

        assertEquals(
                id,
                read(event("'$snapshot_data':" + ITEM).replace("s-1", id)).by().sessionId());
    }

    @Test
    void namesNoLibraryWhenTheClientDoesNot() {
        assertNull(read(event("'$lib':'','$snapshot_data':" + ITEM)).by().library());
    }

    private static String event(String members) {
        return "{'event':'$snapshot','properties':{'token':'phc_t','distinct_id':'d','$session_id':'s-1'," + members
                + "}}";
    }

    private static String without(String name, String members) {
        return event(members).replace("'" + name + "'", "'other'");
    }

    private static String item(long timestamp) {
        return "{'type':3,'timestamp':" + timestamp + "}";
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static String written(RawItems items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        items.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static SnapshotPost read(String json) {
        byte[] body = quoted(json).getBytes(StandardCharsets.UTF_8);
        return SnapshotReader.read(new CaptureRequest(UrlForm.EMPTY, CaptureHeaders.NONE, body), CaptureLimits.DEFAULT);
    }
}
