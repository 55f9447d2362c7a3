package dev.sightline.local.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Puts a body back into the form in which the SDK sent it. */
final class Encoding {

    private Encoding() {}

    /**
     * Undoes decoding steps, the last one first.
     *
     * @param how the steps as recordings name them
     */
    static byte[] encode(String content, List<String> how) {
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        for (int i = how.size() - 1; i >= 0; i--) {
            body = undo(how.get(i), body);
        }
        return body;
    }

    private static byte[] undo(String step, byte[] body) {
        return switch (step) {
            case "gunzip(magic)", "gunzip(content-encoding)" -> gzip(body);
            case "base64" -> Base64.getEncoder().encode(body);
            case "form data=" -> form(body);
            default -> throw new IllegalArgumentException("the recording decodes by an unknown step: " + step);
        };
    }

    private static byte[] form(byte[] body) {
        String value = URLEncoder.encode(new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return ("data=" + value).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
