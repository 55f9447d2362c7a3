package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.Run;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests of texts, and chains of keyed digests. */
final class Hashes {

    private Hashes() {}

    static void register(Registry library) {
        digest(library, "md5", "MD5");
        digest(library, "sha1", "SHA-1");
        digest(library, "sha256", "SHA-256");
        chain(library, "sha1HmacChain", "HmacSHA1");
        chain(library, "sha256HmacChain", "HmacSHA256");
    }

    private static void digest(Registry library, String name, String algorithm) {
        library.add(name, 1, 2, (run, a) -> a[0] == null ? null : encoded(digest(run, algorithm, a[0]), a))
                .add(name + "Hex", 1, (run, a) -> a[0] == null ? null : encoded(digest(run, algorithm, a[0]), a));
    }

    private static void chain(Registry library, String name, String algorithm) {
        library.add(name, 1, 2, (run, a) -> encoded(chain(run, algorithm, a[0]), a))
                .add(name + "Hex", 1, (run, a) -> encoded(chain(run, algorithm, a[0]), a));
    }

    private static byte[] digest(Run run, String algorithm, Object value) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes(run, value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] chain(Run run, String algorithm, Object value) {
        if (!(value instanceof ListValue list) || list.size() < 2) {
            throw Failure.value("Data array must contain at least two elements.");
        }
        byte[] key = bytes(run, list.get(0));
        for (int i = 1; i < list.size(); i++) {
            key = keyed(algorithm, key, bytes(run, list.get(i)));
        }
        return key;
    }

    private static byte[] keyed(String algorithm, byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Run run, Object value) {
        String text = Arguments.text(value);
        run.work(text.length());
        run.reserveResult(text.length());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] digest, Object[] arguments) {
        Object encoding = Arguments.optional(arguments, 1);
        return switch (encoding == null ? "hex" : Arguments.text(encoding)) {
            case "hex" -> HexFormat.of().formatHex(digest);
            case "base64" -> Base64.getEncoder().encodeToString(digest);
            case "base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            case "binary" -> new String(digest, StandardCharsets.ISO_8859_1);
            default -> throw Failure.value("Invalid encoding: " + encoding);
        };
    }
}
