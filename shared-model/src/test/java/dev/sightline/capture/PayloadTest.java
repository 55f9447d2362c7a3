package dev.sightline.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import dev.sightline.testing.Bomb;
import dev.sightline.testing.Packing;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The decoding order of spec/platform.md B.2, row by row. */
class PayloadTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "{\"event\":\"a>?b\",\"text\":\"é>>>???\"}";
    private static final byte[] PLAIN = JSON.getBytes(StandardCharsets.UTF_8);
    private static final byte[] GZIP = Packing.GZIP.pack(PLAIN);
    private static final byte[] BASE64 = Packing.BASE64.pack(PLAIN);

    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments("plain", request("", "application/json", null, PLAIN)),
                arguments("plain as text", request("", "text/plain", null, PLAIN)),
                arguments("plain after blanks", request("compression=gzip-js", null, null, bytes("\r\n " + JSON))),
                arguments("gzip without a word about it", request("", "text/plain", null, GZIP)),
                arguments("gzip by header", request("", "application/json", "gzip", GZIP)),
                arguments("gzip by query", request("compression=gzip-js", "text/plain", null, GZIP)),
                arguments("gzip under a wrong hint", request("compression=base64", "text/plain", null, GZIP)),
                arguments("gzip under an unknown hint", request("", "text/plain", "br", GZIP)),
                arguments("deflate by header", request("", "application/json", "deflate", Packing.DEFLATE.pack(PLAIN))),
                arguments("zstd by header", request("", "application/json", "zstd", Packing.ZSTD.pack(PLAIN))),
                arguments("plain under a wrong hint", request("compression=gzip", "text/plain", null, PLAIN)),
                arguments("plain under a wrong header", request("", "application/json", "gzip", PLAIN)),
                arguments("base64 body", request("", "text/plain", null, BASE64)),
                arguments("base64 of gzip", request("", "text/plain", null, Packing.BASE64.pack(GZIP))),
                arguments("unpadded base64 by query", request("compression=base64", null, null, unpadded())),
                arguments("form", request("compression=base64", FORM, null, Packing.FORM.pack(BASE64))),
                arguments("form without a hint", request("", FORM, null, Packing.FORM.pack(BASE64))),
                arguments("form with bare pluses", request("", FORM, null, bytes("data=" + text(BASE64)))),
                arguments("form with its own hint", request("", FORM, null, hinted())),
                arguments("form of plain JSON", request("", FORM, null, Packing.FORM.pack(PLAIN))),
                arguments("form of gzip", request("", FORM, null, Packing.FORM.pack(Packing.BASE64.pack(GZIP)))),
                arguments("query base64", request("data=" + escaped(text(BASE64)), null, null, new byte[0])),
                arguments("query with bare pluses", request("data=" + text(BASE64), null, null, new byte[0])),
                arguments("query of plain JSON", request("data=" + escaped(JSON), null, null, new byte[0])),
                arguments("query before body", request("data=" + escaped(JSON), null, null, bytes("nonsense"))),
                arguments("body when data is empty", request("data=", null, null, PLAIN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void findsTheJson(String name, CaptureRequest request) {
        assertArrayEquals(
                PLAIN, bytes(text(Payload.json(request, CaptureLimits.DEFAULT)).strip()));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(request("", null, null, new byte[0]), 400, "request holds no event"),
                arguments(request("data=", null, null, new byte[0]), 400, "request holds no event"),
                arguments(request("", FORM, null, bytes("data=")), 400, "request holds no event"),
                arguments(request("", FORM, null, bytes("compression=gzip")), 400, "request holds no event"),
                arguments(request("", FORM, null, PLAIN), 400, "expected form data in POST request payload"),
                arguments(request("", FORM, null, BASE64), 400, "expected form data in POST request payload"),
                arguments(request("", FORM, null, bytes("data=%zz")), 400, parse("broken percent escape")),
                arguments(
                        request("compression=lz64", null, null, bytes("N4Ig")), 400, parse("unsupported compression")),
                arguments(request("", null, "br", bytes("\u0001\u0002")), 400, parse("unsupported compression")),
                arguments(request("", null, "gzip", bytes("xyz")), 400, parse("invalid gzip")),
                arguments(request("", null, null, cut(GZIP)), 400, parse("invalid gzip")),
                arguments(request("", null, "deflate", bytes("xyz")), 400, parse("invalid deflate")),
                arguments(
                        request("", null, "deflate", cut(Packing.DEFLATE.pack(PLAIN))), 400, parse("invalid deflate")),
                arguments(request("", null, "zstd", bytes("xyz")), 400, parse("invalid zstd")),
                arguments(request("", null, "zstd", cut(Packing.ZSTD.pack(PLAIN))), 400, parse("invalid zstd")),
                arguments(request("", null, null, damaged()), 400, parse("invalid gzip")),
                arguments(request("compression=base64", null, null, bytes("a-b!")), 400, parse("invalid base64")));
    }

    @ParameterizedTest(name = "{2} ({index})")
    @MethodSource("refused")
    void refusesWhatItCannotDecode(CaptureRequest request, int status, String reason) {
        CaptureRefused refused = assertThrows(CaptureRefused.class, () -> Payload.json(request, CaptureLimits.DEFAULT));
        assertEquals(reason, refused.getMessage());
        assertEquals(status, refused.status());
    }

    @Test
    void refusesJsonOverTheLimit() {
        CaptureLimits small = new CaptureLimits(PLAIN.length - 1, 100, 1024, 1024);

        assertEquals(413, status(request("", null, null, PLAIN), small));
        assertEquals(413, status(request("", null, null, GZIP), small));
    }

    @Test
    void takesJsonAtTheLimit() {
        CaptureLimits exact = new CaptureLimits(PLAIN.length, 100, 1024, 1024);

        assertArrayEquals(PLAIN, Payload.json(request("", null, null, GZIP), exact));
    }

    @Test
    void refusesAPayloadThatUnpacksTooSteeply() {
        byte[] steep = Packing.GZIP.pack(bytes("[" + " ".repeat(3_000_000) + "]"));

        assertEquals(413, status(request("", null, null, steep), CaptureLimits.DEFAULT));
    }

    @Test
    void takesASteepPayloadBelowTheFloor() {
        byte[] json = bytes("[" + " ".repeat(1_000_000) + "]");

        assertArrayEquals(json, Payload.json(request("", null, null, Packing.GZIP.pack(json)), CaptureLimits.DEFAULT));
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "DEFLATE", "ZSTD"})
    void refusesABombBeforeItHasGrown(Packing packing) {
        byte[] bomb = packing == Packing.GZIP ? Bomb.gzip() : packing.pack(new byte[256 * 1024 * 1024]);
        CaptureRequest request = request("", null, packing.name(), bomb);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertEquals(413, status(request, CaptureLimits.DEFAULT));

        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 8 * 1024 * 1024, allocated + " bytes allocated");
    }

    @Test
    void readsABodyByItsHeaderOnly() {
        assertArrayEquals(GZIP, Payload.body(request("", null, null, Packing.GZIP.pack(GZIP)), CaptureLimits.DEFAULT));
        assertArrayEquals(BASE64, Payload.body(request("", FORM, null, BASE64), CaptureLimits.DEFAULT));
        CaptureRequest brotli = request("", null, "br", PLAIN);

        CaptureRefused refused = assertThrows(CaptureRefused.class, () -> Payload.body(brotli, CaptureLimits.DEFAULT));

        assertEquals(415, refused.status());
    }

    private static int status(CaptureRequest request, CaptureLimits limits) {
        return assertThrows(CaptureRefused.class, () -> Payload.json(request, limits))
                .status();
    }

    private static CaptureRequest request(String query, String type, String encoding, byte[] body) {
        return new CaptureRequest(UrlForm.parse(query), Headers.of(type, encoding), body);
    }

    private static String parse(String why) {
        return "failed to parse request: " + why;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] unpadded() {
        return bytes(text(Packing.BASE64.pack(bytes(JSON + " "))).replace("=", ""));
    }

    private static byte[] hinted() {
        return bytes(text(Packing.FORM.pack(bytes(text(unpadded())))) + "&compression=base64&lib_version=1.2.3");
    }

    private static byte[] cut(byte[] gzip) {
        return Arrays.copyOf(gzip, gzip.length - 9);
    }

    private static byte[] damaged() {
        byte[] gzip = GZIP.clone();
        gzip[gzip.length - 5] ^= 1;
        return gzip;
    }
}
