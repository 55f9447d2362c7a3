package dev.sightline.signals.scout.projection;

import java.util.Comparator;

/** One hour of a cell. */
record HourCell(Cell cell, int hour) implements Comparable<HourCell> {

    private static final Comparator<HourCell> ORDER =
            Comparator.comparing(HourCell::cell).thenComparingInt(HourCell::hour);

    @Override
    public int compareTo(HourCell other) {
        return ORDER.compare(this, other);
    }
}
