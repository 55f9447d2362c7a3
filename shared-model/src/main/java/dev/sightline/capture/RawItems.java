package dev.sightline.capture;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * rrweb items as byte ranges of the JSON they arrived in: recordings are copied from the request to the message without
 * being taken apart.
 */
public final class RawItems {

    private final byte[] json;
    private int[] bounds = new int[64];
    private int size;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    RawItems(byte[] json) {
        this.json = json;
    }

    void add(int start, int end, long timestamp) {
        if (size * 2 == bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
        }
        bounds[size * 2] = start;
        bounds[size * 2 + 1] = end;
        size++;
        first = Math.min(first, timestamp);
        last = Math.max(last, timestamp);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Whether the first and the last item are less than this far from now. */
    public boolean within(Duration distance, Instant now) {
        long millis = distance.toMillis();
        long at = now.toEpochMilli();
        return Math.abs(first - at) < millis && Math.abs(last - at) < millis;
    }

    /** How many bytes {@link #writeTo} writes. */
    public int length() {
        int length = Math.max(0, size - 1);
        for (int i = 0; i < size; i++) {
            length += bounds[i * 2 + 1] - bounds[i * 2];
        }
        return length;
    }

    /** Writes the items with commas between them. */
    public void writeTo(ByteArrayOutputStream out) {
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(json, bounds[i * 2], bounds[i * 2 + 1] - bounds[i * 2]);
        }
    }
}
