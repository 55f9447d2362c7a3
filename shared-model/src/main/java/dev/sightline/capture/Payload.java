package dev.sightline.capture;

import java.nio.charset.StandardCharsets;

/**
 * Finds the JSON in a request by the decoding order of spec/platform.md B.2: query before body, base64 by its look, the
 * form that the content type declares, then the packing that the magic bytes or else the hints name.
 */
public final class Payload {

    private final CaptureRequest request;
    private final CaptureLimits limits;

    private Payload(CaptureRequest request, CaptureLimits limits) {
        this.request = request;
        this.limits = limits;
    }

    /**
     * The bytes of the JSON; they may be the body itself.
     *
     * @throws CaptureRefused if there is no payload, it cannot be decoded, or it unpacks too far
     */
    public static byte[] json(CaptureRequest request, CaptureLimits limits) {
        return new Payload(request, limits).json();
    }

    /**
     * The bytes of a body that is packed as its magic bytes or its {@code Content-Encoding} say and in no other way.
     *
     * @throws CaptureRefused if it cannot be unpacked, or unpacks too far
     */
    public static byte[] body(CaptureRequest request, CaptureLimits limits) {
        return new Payload(request, limits).unpacked(request.body());
    }

    private byte[] json() {
        String data = request.query().get("data");
        return data == null ? fromBody() : fromQuery(data);
    }

    private byte[] fromQuery(String data) {
        return unpack(sniff(plusesRestored(data)), UrlForm.EMPTY);
    }

    private byte[] fromBody() {
        if (request.body().length == 0) {
            throw CaptureRefused.noEvent();
        }
        byte[] sniffed = sniff(request.body());
        return request.declaresForm() ? fromForm(sniffed) : unpack(sniffed, UrlForm.EMPTY);
    }

    private byte[] fromForm(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!UrlForm.looksLike(text)) {
            throw CaptureRefused.invalid("expected form data in POST request payload");
        }
        UrlForm form = UrlForm.parse(text);
        String data = form.get("data");
        if (data == null) {
            throw CaptureRefused.noEvent();
        }
        return unpack(sniff(plusesRestored(data)), form);
    }

    private static byte[] plusesRestored(String data) {
        return Base64Text.restorePluses(data.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sniff(byte[] bytes) {
        return Base64Text.isStrict(bytes) ? Base64Text.decode(bytes) : bytes;
    }

    private byte[] unpack(byte[] bytes, UrlForm form) {
        if (Unpacking.isGzip(bytes)) {
            return Unpacking.gzip(bytes, limits);
        }
        if (bytes.length > limits.unpacked()) {
            throw CaptureRefused.tooLarge();
        }
        return looksLikeJson(bytes) ? bytes : byHint(bytes, hint(form));
    }

    private static boolean looksLikeJson(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && bytes[start] <= ' ' && bytes[start] > 0) {
            start++;
        }
        return start < bytes.length && (bytes[start] == '{' || bytes[start] == '[');
    }

    private Compression hint(UrlForm form) {
        String named = form.get("compression");
        String asked = named == null ? request.query().get("compression") : named;
        return asked == null ? request.contentEncoding() : Compression.of(asked);
    }

    private byte[] unpacked(byte[] bytes) {
        if (Unpacking.isGzip(bytes)) {
            return Unpacking.gzip(bytes, limits);
        }
        if (bytes.length > limits.unpacked()) {
            throw CaptureRefused.tooLarge();
        }
        Compression encoding = request.contentEncoding();
        if (encoding != Compression.NONE && !encoding.packs()) {
            throw CaptureRefused.unsupported("unsupported content encoding, expected gzip, deflate or zstd");
        }
        return byHint(bytes, encoding);
    }

    private byte[] byHint(byte[] bytes, Compression hint) {
        return switch (hint) {
            case NONE -> bytes;
            case GZIP -> throw CaptureRefused.unreadable("invalid gzip");
            case DEFLATE -> Unpacking.deflate(bytes, limits);
            case ZSTD -> Unpacking.zstd(bytes, limits);
            case BASE64 -> fromBase64(bytes);
            case LZ64, OTHER -> throw CaptureRefused.unreadable("unsupported compression");
        };
    }

    private byte[] fromBase64(byte[] bytes) {
        byte[] decoded = Base64Text.decode(bytes);
        return Unpacking.isGzip(decoded) ? Unpacking.gzip(decoded, limits) : decoded;
    }
}
