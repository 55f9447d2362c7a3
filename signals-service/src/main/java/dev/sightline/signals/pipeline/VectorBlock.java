package dev.sightline.signals.pipeline;

import java.util.Arrays;

/**
 * Up to {@value #ROWS} vectors, stored dimension by dimension: the values that all of them have in one dimension lie
 * side by side. A query then walks the dimensions it is not zero in and adds whole runs of floats, which the compiler
 * turns into vector instructions without changing the order of any sum.
 */
final class VectorBlock {

    static final int ROWS = 256;
    private static final int FIRST_ROWS = 8;

    private final int dimensions;
    private int capacity = FIRST_ROWS;
    private float[] values;

    VectorBlock(int dimensions) {
        this.dimensions = dimensions;
        this.values = new float[capacity * dimensions];
    }

    void set(int row, float[] vector) {
        while (row >= capacity) {
            grow();
        }
        for (int d = 0; d < dimensions; d++) {
            values[d * capacity + row] = vector[d];
        }
    }

    float[] get(int row) {
        float[] vector = new float[dimensions];
        for (int d = 0; d < dimensions; d++) {
            vector[d] = values[d * capacity + row];
        }
        return vector;
    }

    /** Adds to each of the first {@code rows} of {@code dots} the product of the query with that row. */
    void dots(SparseQuery query, float[] dots, int rows) {
        Arrays.fill(dots, 0, rows, 0);
        int used = query.dimensions().length;
        int i = 0;
        for (; i + 4 <= used; i += 4) {
            addFour(query, i, dots, rows);
        }
        for (; i < used; i++) {
            addOne(query, i, dots, rows);
        }
    }

    private void addFour(SparseQuery query, int i, float[] dots, int rows) {
        int a = query.dimensions()[i] * capacity;
        int b = query.dimensions()[i + 1] * capacity;
        int c = query.dimensions()[i + 2] * capacity;
        int d = query.dimensions()[i + 3] * capacity;
        float wa = query.values()[i];
        float wb = query.values()[i + 1];
        float wc = query.values()[i + 2];
        float wd = query.values()[i + 3];
        float[] all = values;
        for (int row = 0; row < rows; row++) {
            dots[row] += wa * all[a + row] + wb * all[b + row] + wc * all[c + row] + wd * all[d + row];
        }
    }

    private void addOne(SparseQuery query, int i, float[] dots, int rows) {
        int from = query.dimensions()[i] * capacity;
        float weight = query.values()[i];
        float[] all = values;
        for (int row = 0; row < rows; row++) {
            dots[row] += weight * all[from + row];
        }
    }

    private void grow() {
        int wider = Math.min(ROWS, capacity * 2);
        float[] grown = new float[wider * dimensions];
        for (int d = 0; d < dimensions; d++) {
            System.arraycopy(values, d * capacity, grown, d * wider, capacity);
        }
        values = grown;
        capacity = wider;
    }

    long bytes() {
        return 4L * values.length;
    }
}
