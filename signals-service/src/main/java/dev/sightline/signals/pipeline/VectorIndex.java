package dev.sightline.signals.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The vectors of one project and the exact nearest neighbours among them by cosine distance, 1 − a·b, for vectors of
 * length 1; the zero vector is at distance 1 from everything. Rows are numbered from 0 without gaps.
 *
 * <p>Not safe for use by several threads at once.
 */
final class VectorIndex {

    /** A row and how far it is. */
    record Neighbour(int row, double distance) {}

    private final int dimensions;
    private final List<VectorBlock> blocks = new ArrayList<>();
    private final float[] dots = new float[VectorBlock.ROWS];
    private int size;

    VectorIndex(int dimensions) {
        this.dimensions = dimensions;
    }

    int size() {
        return size;
    }

    /** Appends a vector as row {@link #size()}. */
    void add(float[] vector) {
        if (vector.length != dimensions) {
            throw new IllegalArgumentException("Expected " + dimensions + " dimensions, got " + vector.length);
        }
        if (size % VectorBlock.ROWS == 0) {
            blocks.add(new VectorBlock(dimensions));
        }
        block(size).set(size % VectorBlock.ROWS, vector);
        size++;
    }

    /** Removes a row; the last row takes its number. */
    void remove(int row) {
        int last = size - 1;
        if (row != last) {
            block(row).set(row % VectorBlock.ROWS, block(last).get(last % VectorBlock.ROWS));
        }
        if (last % VectorBlock.ROWS == 0) {
            blocks.remove(blocks.size() - 1);
        }
        size = last;
    }

    /**
     * The nearest rows, nearest first.
     *
     * @param limit at least 1
     * @param ties which of two equally near rows comes first
     */
    List<Neighbour> nearest(float[] query, int limit, Comparator<Integer> ties) {
        SparseQuery sparse = SparseQuery.of(query);
        Nearest nearest = new Nearest(limit, ties);
        for (int first = 0; first < size; first += VectorBlock.ROWS) {
            int rows = Math.min(VectorBlock.ROWS, size - first);
            block(first).dots(sparse, dots, rows);
            nearest.offer(dots, rows, first);
        }
        return nearest.sorted();
    }

    private VectorBlock block(int row) {
        return blocks.get(row / VectorBlock.ROWS);
    }

    /** Bytes of all vectors. */
    long bytes() {
        return blocks.stream().mapToLong(VectorBlock::bytes).sum();
    }
}
