package dev.sightline.signals.scout.projection;

import java.time.LocalDate;
import java.util.Comparator;

/** A thing of a project on a day (UTC), measured in one way. */
record Cell(int projectId, LocalDate day, String kind, String entity) implements Comparable<Cell> {

    /** The order in which rows are locked, so that no two transactions wait for each other. */
    private static final Comparator<Cell> ORDER = Comparator.comparingInt(Cell::projectId)
            .thenComparing(Cell::day)
            .thenComparing(Cell::kind)
            .thenComparing(Cell::entity);

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
