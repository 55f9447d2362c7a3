package dev.sightline.signals.pipeline;

import java.util.stream.IntStream;

/** A query without its zeros. */
record SparseQuery(int[] dimensions, float[] values) {

    static SparseQuery of(float[] vector) {
        int[] dimensions =
                IntStream.range(0, vector.length).filter(d -> vector[d] != 0).toArray();
        float[] values = new float[dimensions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = vector[dimensions[i]];
        }
        return new SparseQuery(dimensions, values);
    }
}
