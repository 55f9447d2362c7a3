package dev.sightline.capture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 in the standard alphabet, as SDKs put it into bodies, forms and queries. */
final class Base64Text {

    private static final boolean[] ALPHABET = alphabet();
    private static final int GROUP = 4;

    private Base64Text() {}

    private static boolean[] alphabet() {
        boolean[] allowed = new boolean[256];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                .chars()
                .forEach(c -> allowed[c] = true);
        return allowed;
    }

    /** Whether the bytes are whole groups of the alphabet with padding at the end only. */
    static boolean isStrict(byte[] text) {
        if (text.length == 0 || text.length % GROUP != 0) {
            return false;
        }
        int end = text.length - padding(text);
        for (int i = 0; i < end; i++) {
            if (!ALPHABET[text[i] & 0xFF]) {
                return false;
            }
        }
        return true;
    }

    private static int padding(byte[] text) {
        int last = text.length - 1;
        return text[last] != '=' ? 0 : text[last - 1] == '=' ? 2 : 1;
    }

    /** Gives back the plus signs that URL decoding turned into spaces, if the rest is base64. */
    static byte[] restorePluses(byte[] text) {
        byte[] restored = text.clone();
        for (int i = 0; i < restored.length; i++) {
            if (restored[i] == ' ') {
                restored[i] = '+';
            }
        }
        return isStrict(restored) ? restored : text;
    }

    /**
     * The bytes a text stands for; missing padding is forgiven.
     *
     * @throws CaptureRefused if it is not base64
     */
    static byte[] decode(byte[] text) {
        try {
            return Base64.getDecoder().decode(new String(text, StandardCharsets.ISO_8859_1).trim());
        } catch (IllegalArgumentException e) {
            throw CaptureRefused.unreadable("invalid base64");
        }
    }
}
