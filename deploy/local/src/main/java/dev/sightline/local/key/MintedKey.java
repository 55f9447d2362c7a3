package dev.sightline.local.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A new personal API key.
 *
 * @param value what its owner sends; only its hash goes into the directory
 */
public record MintedKey(String value) {

    private static final String PREFIX = "phx_";
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** So many digits to the base of 62 hold 256 random bits. */
    private static final int LENGTH = 43;

    /** Draws a key that nobody can guess. */
    public static MintedKey draw() {
        String digits = new SecureRandom()
                .ints(LENGTH, 0, BASE62.length())
                .mapToObj(BASE62::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
        return new MintedKey(PREFIX + digits);
    }

    /** The hash by which the directory knows it: SHA-256 in hexadecimal. */
    public String sha256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
