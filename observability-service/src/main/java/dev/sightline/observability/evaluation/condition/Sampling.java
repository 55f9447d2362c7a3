package dev.sightline.observability.evaluation.condition;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The share of events an evaluation looks at (spec/observability.md 7.3). The same for all evaluations of an event. */
final class Sampling {

    private static final long STEPS = 10_000;
    private static final double STEPS_PER_CENT = 100.0;

    private Sampling() {}

    /** A number from 0 to 99.99 that only the text decides; an event is in if it is less than the percentage. */
    static double of(String uuid) {
        byte[] digest = md5().digest(uuid.getBytes(StandardCharsets.UTF_8));
        long head = Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt());
        return (head % STEPS) / STEPS_PER_CENT;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
