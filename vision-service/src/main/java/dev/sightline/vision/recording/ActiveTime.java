package dev.sightline.vision.recording;

import java.util.Arrays;

/**
 * Active milliseconds of one block (spec/platform.md C.1). Items sorted by time fall into segments: a new one starts
 * when a person acts in an inactive segment, or when an active segment saw nobody act for more than five seconds. Each
 * active segment counts for its length, at least one millisecond.
 */
final class ActiveTime {

    private static final long PAUSE_MS = 5_000;

    /** Each time shifted left by one, the lowest bit telling whether a person acted: sorts by time. */
    private long[] marks = new long[64];

    private int size;

    void add(RrwebItem item) {
        if (size == marks.length) {
            marks = Arrays.copyOf(marks, size * 2);
        }
        marks[size++] = item.timestamp() << 1 | (item.source().active() ? 1 : 0);
    }

    long totalMs() {
        long[] sorted = Arrays.copyOf(marks, size);
        Arrays.sort(sorted);
        Segments segments = new Segments();
        for (long mark : sorted) {
            segments.add(mark >> 1, (mark & 1) == 1);
        }
        return segments.total();
    }

    private static final class Segments {
        private boolean active;
        private long start;
        private long last;
        private long lastActive;
        private long total;

        void add(long time, boolean acted) {
            if (startsAnew(time, acted)) {
                total += length();
                start = time;
                active = acted;
            }
            last = time;
            lastActive = acted ? time : lastActive;
        }

        private boolean startsAnew(long time, boolean acted) {
            return active ? time - lastActive > PAUSE_MS : acted;
        }

        private long length() {
            return active ? Math.max(1, last - start) : 0;
        }

        long total() {
            return total + length();
        }
    }
}
