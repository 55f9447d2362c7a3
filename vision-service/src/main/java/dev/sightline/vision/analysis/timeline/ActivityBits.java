package dev.sightline.vision.analysis.timeline;

import dev.sightline.vision.analysis.timeline.Moments.What;
import java.util.BitSet;

/** When somebody did something, in tenths of seconds, so that pauses are found whatever order items come in. */
final class ActivityBits {

    static final long IDLE_MS = 20_000;
    private static final long BIN_MS = 100;
    private static final long MAX_MS = 24 * 3_600_000L;

    private final long originMs;
    private final BitSet bins = new BitSet();

    ActivityBits(long originMs) {
        this.originMs = originMs;
    }

    void active(long at) {
        long since = at - originMs;
        if (since >= 0 && since < MAX_MS) {
            bins.set((int) (since / BIN_MS));
        }
    }

    /** Tells every pause between two activities. */
    void finish(Moments moments) {
        int earlier = bins.nextSetBit(0);
        while (earlier >= 0) {
            int later = bins.nextSetBit(earlier + 1);
            long pause = (later - earlier) * BIN_MS;
            if (later >= 0 && pause >= IDLE_MS) {
                long from = originMs + earlier * BIN_MS;
                What what = new What("nobody did anything for " + pause / 1000 + " s", Place.page(""));
                moments.add(MomentKind.IDLE, from, from + pause, what);
            }
            earlier = later;
        }
    }
}
