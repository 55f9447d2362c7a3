package dev.sightline.testing;

import java.util.Random;

/** Text that packs badly, so that no ratio is exceeded before a size is. */
public final class Noise {

    private Noise() {}

    /** Always the same letters and digits for a length. */
    public static String text(int length) {
        Random random = new Random(length);
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36));
        }
        return text.substring(0, length);
    }
}
