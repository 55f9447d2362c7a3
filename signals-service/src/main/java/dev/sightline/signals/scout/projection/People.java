package dev.sightline.signals.scout.projection;

import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;

/** Counts distinct people in little space: HyperLogLog with 4,096 registers, off by 1.6 % one time in three. */
final class People {

    private static final int LG_REGISTERS = 12;

    private final Union union = new Union(LG_REGISTERS);

    void add(String person) {
        union.update(person);
    }

    /** Takes in what was stored; nothing for an empty array. */
    void merge(byte[] stored) {
        if (stored.length > 0) {
            union.update(HllSketch.heapify(stored));
        }
    }

    byte[] bytes() {
        return union.getResult(TgtHllType.HLL_4).toCompactByteArray();
    }

    double estimate() {
        return Math.rint(union.getEstimate());
    }
}
