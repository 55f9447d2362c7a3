package dev.sightline.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of spec/platform.md B.2 for events. */
class EventReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'api_key':'phc_t','batch':[{'event':'e','distinct_id':'d'}]}",
                "{'token':'phc_t','batch':[{'event':'e','distinct_id':'d'}]}",
                "{'batch':[{'event':'e','distinct_id':'d'}],'api_key':' phc_t '}",
                "{'batch':[{'event':'e','distinct_id':'d','token':'other'}],'api_key':'phc_t'}",
                "[{'event':'e','distinct_id':'d','token':'phc_t'}]",
                "[{'event':'e','$distinct_id':'d','$token':'phc_t'}]",
                "[{'event':'e','properties':{'distinct_id':'d','token':'phc_t'}}]",
                "[{'event':'e','distinct_id':null,'properties':{'distinct_id':'d','token':'phc_t'}}]",
                "{'event':'e','distinct_id':'d','api_key':'phc_t'}",
                "{'event':'e','properties':{'distinct_id':'d','token':'phc_t'},'batch':null}"
            })
    void readsEveryShape(String json) {
        EventBatch batch = read(json);

        assertEquals("phc_t", batch.token());
        assertEquals("e", batch.events().get(0).event());
        assertEquals("d", batch.events().get(0).distinctId());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("[]", 400, "request holds no event"),
                arguments("{'api_key':'t','batch':[]}", 400, "request holds no event"),
                arguments("[3]", 400, "failed to parse request: event is not an object"),
                arguments("'text'", 400, "failed to parse request: neither an object nor a list"),
                arguments("{'event':'e'", 400, "failed to parse request: invalid JSON at byte 12"),
                arguments("{} {}", 400, "failed to parse request: more than one JSON value"),
                arguments("[" + event("'event':'e'") + "] x", 400, "failed to parse request: invalid JSON at byte 50"),
                arguments(event("'event':''"), 400, "event submitted without an event name"),
                arguments(event("'event':7"), 400, "event submitted without an event name"),
                arguments(event("'name':'e'"), 400, "event submitted without an event name"),
                arguments("{'event':'e','token':'t'}", 400, "event submitted without a distinct_id"),
                arguments("{'event':'e','token':'t','distinct_id':''}", 400, "event submitted without a distinct_id"),
                arguments(event("'event':'e','uuid':'x'"), 400, "failed to parse request: invalid uuid"),
                arguments(event("'event':'e','uuid':7"), 400, "failed to parse request: invalid uuid"),
                arguments(event("'event':'e','uuid':'1-1-1-1-1'"), 400, "failed to parse request: invalid uuid"),
                arguments(
                        event("'event':'e','properties':[]"),
                        400,
                        "failed to parse request: properties is not an object"),
                arguments("{'event':'e','distinct_id':'d'}", 401, "event submitted without an api_key"),
                arguments(
                        "[" + event("'event':'e'") + ",{'event':'e','distinct_id':'d','token':'u'}]",
                        401,
                        "batch submitted with inconsistent api_key values"),
                arguments(withToken(" "), 401, "API key is not valid: empty"),
                arguments(withToken("x".repeat(65)), 401, "API key is not valid: too_long"),
                arguments(withToken("phc_é"), 401, "API key is not valid: not_ascii"),
                arguments(withToken("phx_mine"), 401, "API key is not valid: personal_api_key"),
                arguments(withToken("phc\\u0000"), 401, "API key is not valid: null_byte"));
    }

    @ParameterizedTest(name = "{1} {2} ({index})")
    @MethodSource("refused")
    void refusesWithTheReason(String json, int status, String reason) {
        CaptureRefused refused = assertThrows(CaptureRefused.class, () -> read(json));

        assertEquals(reason, refused.getMessage());
        assertEquals(status, refused.status());
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = event("'event':'é'").replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = event("'event':'e'").replace('\'', '"').getBytes(StandardCharsets.UTF_16LE);

        assertEquals(400, assertThrows(CaptureRefused.class, () -> read(latin)).status());
        assertEquals(
                "failed to parse request: not UTF-8",
                assertThrows(CaptureRefused.class, () -> read(wide)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "42|42",
                "'d'|d",
                "true|true",
                "1.5|1.5",
                "['a',1]|[\"a\",1]",
                "{'a':{}}|{\"a\":{}}",
                "'a\\u0000b'|a\uFFFDb"
            })
    void turnsAnyDistinctIdIntoText(String value, String text) {
        assertEquals(
                text,
                one("{'event':'e','token':'t','distinct_id':" + value + "}").distinctId());
    }

    @Test
    void cutsADistinctIdBetweenCharacters() {
        String id = "é".repeat(199) + "\uD83D\uDE00" + "tail";

        String kept =
                one("{'event':'e','token':'t','distinct_id':'" + id + "'}").distinctId();

        assertEquals("é".repeat(199) + "\uD83D\uDE00", kept);
    }

    @Test
    void keepsTheClientsUuidAndMakesOneOfVersion7Otherwise() {
        UUID own = UUID.fromString("018f0000-0000-7000-8000-000000000001");

        assertEquals(
                own,
                one(event("'event':'e','uuid':'018F0000-0000-7000-8000-000000000001'"))
                        .uuid());
        assertEquals(
                own,
                one(event("'event':'e','uuid':'018f0000000070008000000000000001'"))
                        .uuid());
        assertEquals(7, one(event("'event':'e','uuid':''")).uuid().version());
        assertEquals(7, one(event("'event':'e','uuid':null")).uuid().version());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                // members | query | expected
                "'timestamp':'2026-11-21T09:59:00Z'|-|2026-11-21T09:59:00Z",
                "'timestamp':'2026-11-21T11:59:00.5+02:00'|-|2026-11-21T09:59:00.500Z",
                "'timestamp':'2026-11-21T09:59:00Z','sent_at':'2026-11-21T09:59:10Z'|-|2026-11-21T09:59:50Z",
                "'timestamp':'2031-01-01T00:00:00Z','sent_at':'2031-01-01T00:00:30Z'|-|2026-11-21T09:59:30Z",
                "'timestamp':'2026-11-21T09:59:00Z'|_=1795257600000|2026-11-21T09:19:00Z",
                "'timestamp':'2026-11-21T09:59:00Z'|sent_at=1795257600000|2026-11-21T09:19:00Z",
                "'timestamp':'2026-11-21T09:59:00Z'|_=soon|2026-11-21T09:59:00Z",
                "'timestamp':'2026-11-21T09:59:00Z'|_=1000|2026-11-21T09:59:00Z",
                "'timestamp':'2026-11-21T09:59:00Z','sent_at':'2019-12-31T23:59:59Z'|-|2026-11-21T09:59:00Z",
                "'timestamp':'2026-11-21T09:59:00Z','sent_at':'2026-11-21T09:00:00Z','properties':{'$ignore_sent_at':true}|-|2026-11-21T09:59:00Z",
                "'offset':1500|-|2026-11-21T09:59:58.500Z",
                "'offset':'1500'|-|2026-11-21T10:00:00Z",
                "'timestamp':'yesterday'|-|2026-11-21T10:00:00Z",
                "'timestamp':'2027-01-01T00:00:00Z'|-|2026-11-21T10:00:00Z",
                "'x':1|-|2026-11-21T10:00:00Z",
                "'timestamp':'2020-01-01T00:00:00Z'|-|2020-01-01T00:00:00Z"
            })
    void tellsTheTimeByTheServersClock(String members, String query, Instant expected) {
        String json = event("'event':'e'," + members).replace('\'', '"');
        CaptureRequest request =
                new CaptureRequest(UrlForm.parse(query), CaptureHeaders.NONE, json.getBytes(StandardCharsets.UTF_8));

        EventBatch batch = EventReader.read(request, CaptureLimits.DEFAULT, NOW);

        assertEquals(expected, batch.events().get(0).timestamp());
    }

    @Test
    void anEnvelopesSendingTimeCountsForAll() {
        EventBatch batch = read(
                "{'api_key':'t','sent_at':'2026-11-21T10:00:05Z','batch':["
                        + "{'event':'a','distinct_id':'d','timestamp':'2026-11-21T10:00:00Z','sent_at':'2026-01-01T00:00:00Z'}]}");

        assertEquals(NOW.minusSeconds(5), batch.events().get(0).timestamp());
    }

    @Test
    void foldsPersonPropertiesIn() {
        ClientEvent event =
                one(event("'event':'$identify','$set':{'a':1},'$set_once':{'b':2},'properties':{'$set':{'kept':1}}"));

        assertEquals(1, event.properties().at("/$set/kept").intValue());
        assertEquals(2, event.properties().at("/$set_once/b").intValue());
    }

    @Test
    void replacesTextThatNoDatabaseHolds() {
        ClientEvent event = one(
                event("'event':'a\\u0000','properties':{'k\\u0000':['\\ud800x','\\ud83d\\ude00',{'n':'\\udc00'}]}"));

        assertEquals("a\uFFFD", event.event());
        assertEquals(
                "[\"\uFFFDx\",\"\uD83D\uDE00\",{\"n\":\"\uFFFD\"}]",
                event.properties().get("k\uFFFD").toString());
    }

    @Test
    void refusesAnEventOverItsLimitAndTakesTheRequestBelowIt() {
        CaptureLimits limits = new CaptureLimits(10_000, 100, 10_000, 200);
        String small = event("'event':'e'");
        String large = event("'event':'" + "x".repeat(200) + "'");

        assertEquals(
                3,
                read("[" + small + "," + small + "," + small + "]", limits)
                        .events()
                        .size());
        assertEquals(
                413,
                assertThrows(CaptureRefused.class, () -> read("[" + large + "]", limits))
                        .status());
        assertEquals(
                413,
                assertThrows(CaptureRefused.class, () -> read(large, limits)).status());
    }

    @Test
    void refusesJsonNestedTooDeeply() {
        String deep = event("'event':'e','properties':{'a':" + "[".repeat(5000) + "]".repeat(5000) + "}");

        assertTrue(assertThrows(CaptureRefused.class, () -> read(deep))
                .getMessage()
                .contains("invalid JSON"));
    }

    private static String event(String members) {
        return "{'distinct_id':'d','token':'phc_t'," + members + "}";
    }

    private static String withToken(String token) {
        return "{'event':'e','distinct_id':'d','token':'" + token + "'}";
    }

    private static ClientEvent one(String json) {
        return read(json).events().get(0);
    }

    private static EventBatch read(String json) {
        return read(json, CaptureLimits.DEFAULT);
    }

    private static EventBatch read(String json, CaptureLimits limits) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return EventReader.read(new CaptureRequest(UrlForm.EMPTY, CaptureHeaders.NONE, body), limits, NOW);
    }

    private static EventBatch read(byte[] body) {
        return EventReader.read(
                new CaptureRequest(UrlForm.EMPTY, CaptureHeaders.NONE, body), CaptureLimits.DEFAULT, NOW);
    }
}
