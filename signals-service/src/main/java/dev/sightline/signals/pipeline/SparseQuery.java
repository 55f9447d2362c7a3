package dev.sightline.signals.pipeline;

import java.util.Arrays;

/** A query without its zeros. */
record SparseQuery(int[] dimensions, float[] values) {

    static SparseQuery of(float[] vector) {
        int[] dimensions = new int[vector.length];
        int used = 0;
        for (int d = 0; d < vector.length; d++) {
            dimensions[used] = d;
            used += vector[d] == 0 ? 0 : 1;
        }
        return of(vector, Arrays.copyOf(dimensions, used));
    }

    private static SparseQuery of(float[] vector, int[] dimensions) {
        float[] values = new float[dimensions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = vector[dimensions[i]];
        }
        return new SparseQuery(dimensions, values);
    }
}
