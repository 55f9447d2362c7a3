package dev.sightline.signals.scout.projection;

import org.apache.datasketches.kll.KllFloatsSketch;
import org.apache.datasketches.memory.Memory;

/** Quantiles of latencies in little space: a KLL sketch of k = 200, off by 1.3 % of rank. */
final class Latencies {

    private final KllFloatsSketch sketch = KllFloatsSketch.newHeapInstance();

    void add(double seconds) {
        sketch.update((float) seconds);
    }

    /** Takes in what was stored; nothing for an empty array. */
    void merge(byte[] stored) {
        if (stored.length > 0) {
            sketch.merge(KllFloatsSketch.heapify(Memory.wrap(stored)));
        }
    }

    byte[] bytes() {
        return sketch.toByteArray();
    }

    double quantile(double rank) {
        return sketch.getQuantile(rank);
    }
}
