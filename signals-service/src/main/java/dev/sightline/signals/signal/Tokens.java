package dev.sightline.signals.signal;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.nio.charset.StandardCharsets;

/** Lengths in tokens of the byte-pair encoding {@code cl100k_base}, by which embedding models measure. */
final class Tokens {

    private static final int LONGEST_TOKEN_BYTES = 128;

    private Tokens() {}

    /** Whether a text has more tokens than allowed. Cheap for short texts and for absurdly long ones. */
    static boolean exceed(String text, int allowed) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes <= allowed) {
            return false;
        }
        return bytes > (long) allowed * LONGEST_TOKEN_BYTES
                || Lazy.ENCODING.encodeOrdinary(text, allowed).isTruncated();
    }

    /** Loaded when a text is long enough to be counted. */
    private static final class Lazy {
        static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }
}
