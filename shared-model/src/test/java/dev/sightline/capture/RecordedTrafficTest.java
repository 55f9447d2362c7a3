package dev.sightline.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.testing.Packing;
import dev.sightline.testing.RecordedRequest;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real SDKs sent, as they sent it and in every other encoding an SDK could have chosen. */
class RecordedTrafficTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<Function<byte[], CaptureRequest>> ENCODINGS = List.of(
            json -> request("", "application/json", null, json),
            json -> request("", "text/plain", null, Packing.GZIP.pack(json)),
            json -> request("", "application/json", "gzip", Packing.GZIP.pack(json)),
            json -> request("compression=gzip-js", "text/plain", null, Packing.GZIP.pack(json)),
            json -> request("compression=base64", "text/plain", null, Packing.BASE64.pack(json)),
            json -> request("", FORM, null, Packing.FORM.pack(Packing.BASE64.pack(json))),
            json -> request("data=" + escaped(Packing.BASE64.pack(json)), null, null, new byte[0]));

    static Stream<RecordedRequest> events() {
        return RecordedRequest.all()
                .filter(request -> request.wentTo("/e", "/i/v0/e", "/batch"))
                .map(request -> request.sent("phc_t", NOW));
    }

    static Stream<RecordedRequest> snapshots() {
        return RecordedRequest.all().filter(request -> request.wentTo("/s")).map(request -> request.sent("phc_t", NOW));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsEventsInEveryEncoding(RecordedRequest recorded) {
        EventBatch asSent = EventReader.read(asSent(recorded), CaptureLimits.DEFAULT, NOW);

        assertEquals("phc_t", asSent.token());
        assertEquals(
                names(recorded),
                asSent.events().stream().map(ClientEvent::event).toList());
        asSent.events().forEach(event -> assertFalse(event.timestamp().isAfter(NOW.plusSeconds(60))));
        for (CaptureRequest encoded : encodings(recorded)) {
            assertEquals(
                    names(recorded),
                    EventReader.read(encoded, CaptureLimits.DEFAULT, NOW).events().stream()
                            .map(ClientEvent::event)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void readsSnapshotsInEveryEncoding(RecordedRequest recorded) {
        SnapshotPost asSent = SnapshotReader.read(asSent(recorded), CaptureLimits.DEFAULT);

        assertEquals("phc_t", asSent.token());
        assertTrue(asSent.items().within(Duration.ofDays(7), NOW));
        assertEquals(items(recorded), items(asSent));
        for (CaptureRequest encoded : encodings(recorded)) {
            assertEquals(items(recorded), items(SnapshotReader.read(encoded, CaptureLimits.DEFAULT)));
        }
    }

    private static List<CaptureRequest> encodings(RecordedRequest recorded) {
        byte[] json = recorded.json().getBytes(StandardCharsets.UTF_8);
        return ENCODINGS.stream().map(encoding -> encoding.apply(json)).toList();
    }

    private static CaptureRequest asSent(RecordedRequest recorded) {
        return request(
                recorded.query(),
                recorded.headers().get("content-type"),
                recorded.headers().get("content-encoding"),
                recorded.body());
    }

    private static CaptureRequest request(String query, String type, String encoding, byte[] body) {
        return new CaptureRequest(UrlForm.parse(query), Headers.of(type, encoding), body);
    }

    private static String escaped(byte[] base64) {
        return URLEncoder.encode(new String(base64, StandardCharsets.US_ASCII), StandardCharsets.UTF_8);
    }

    private static List<String> names(RecordedRequest recorded) {
        return events(recorded).map(event -> event.path("event").textValue()).toList();
    }

    private static List<JsonNode> items(RecordedRequest recorded) {
        return events(recorded)
                .flatMap(event -> stream(event.at("/properties/$snapshot_data")))
                .toList();
    }

    private static List<JsonNode> items(SnapshotPost post) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        post.items().writeTo(out);
        return stream(Json.read("[" + out.toString(StandardCharsets.UTF_8) + "]", JsonNode.class))
                .toList();
    }

    private static Stream<JsonNode> events(RecordedRequest recorded) {
        JsonNode json = Json.read(recorded.json(), JsonNode.class);
        return json.isArray() ? stream(json) : json.has("batch") ? stream(json.path("batch")) : Stream.of(json);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
