package dev.sightline.signals.pipeline;

import dev.sightline.signals.pipeline.VectorIndex.Neighbour;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The best few of many rows, kept in order as they are offered. */
final class Nearest {

    private final int[] rows;
    private final float[] dots;
    private final Comparator<Integer> ties;
    private int size;

    /** @param ties which of two equally near rows comes first */
    Nearest(int limit, Comparator<Integer> ties) {
        this.rows = new int[limit];
        this.dots = new float[limit];
        this.ties = ties;
    }

    void offer(float[] offered, int count, int firstRow) {
        float worst = worst();
        for (int i = 0; i < count; i++) {
            if (offered[i] >= worst) {
                insert(firstRow + i, offered[i]);
                worst = worst();
            }
        }
    }

    private float worst() {
        return size < rows.length ? Float.NEGATIVE_INFINITY : dots[size - 1];
    }

    private void insert(int row, float dot) {
        int at = size;
        while (at > 0 && precedes(row, dot, at - 1)) {
            at--;
        }
        if (at == rows.length) {
            return;
        }
        int moved = Math.min(size, rows.length - 1) - at;
        System.arraycopy(dots, at, dots, at + 1, moved);
        System.arraycopy(rows, at, rows, at + 1, moved);
        dots[at] = dot;
        rows[at] = row;
        size = Math.min(size + 1, rows.length);
    }

    private boolean precedes(int row, float dot, int at) {
        return dot > dots[at] || dot == dots[at] && ties.compare(row, rows[at]) < 0;
    }

    List<Neighbour> sorted() {
        return IntStream.range(0, size)
                .mapToObj(i -> new Neighbour(rows[i], Math.max(0, 1 - (double) dots[i])))
                .toList();
    }
}
