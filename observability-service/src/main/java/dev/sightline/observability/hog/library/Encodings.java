package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.Run;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 and percent encoding of texts in UTF-8. */
final class Encodings {

    /** One character becomes at most so many bytes, and each of them so many characters. */
    private static final long MAX_GROWTH = 9;

    private Encodings() {}

    static void register(Registry library) {
        library.add("base64Encode", 1, (run, a) -> Base64.getEncoder().encodeToString(bytes(run, a[0], 2)))
                .add("base64Decode", 1, (run, a) -> decoded(run, a[0]))
                .add("tryBase64Decode", 1, (run, a) -> orElse(() -> decoded(run, a[0]), ""))
                .add("encodeURLComponent", 1, (run, a) -> percentEncoded(run, a[0]))
                .add("decodeURLComponent", 1, (run, a) -> percentDecoded(run, a[0]))
                .add("tryDecodeURLComponent", 1, (run, a) -> orElse(() -> percentDecoded(run, a[0]), null));
    }

    private static byte[] bytes(Run run, Object value, long growth) {
        String text = Arguments.text(value);
        run.reserveResult(growth * text.length());
        run.work(text.length() >> 2);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String decoded(Run run, Object value) {
        try {
            return new String(Base64.getDecoder().decode(bytes(run, value, 1)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Failure.value("Invalid base64 text");
        }
    }

    private static String percentEncoded(Run run, Object value) {
        String text = Arguments.text(value);
        run.reserveResult(MAX_GROWTH * text.length());
        run.work(text.length());
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String percentDecoded(Run run, Object value) {
        String text = Arguments.text(value);
        run.reserveResult(text.length());
        run.work(text.length());
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Failure.value("Invalid percent encoding");
        }
    }

    private interface Attempt {
        String get();
    }

    private static String orElse(Attempt attempt, String otherwise) {
        try {
            return attempt.get();
        } catch (Failure e) {
            if (e.kind().isDataShape()) {
                return otherwise;
            }
            throw e;
        }
    }
}
