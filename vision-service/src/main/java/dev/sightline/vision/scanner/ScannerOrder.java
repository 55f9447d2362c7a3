package dev.sightline.vision.scanner;

import dev.sightline.api.Ordering;
import dev.sightline.sql.Where;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The orderings of a scanner list (spec/vision.md 7.1); the id is always the tie-break. */
final class ScannerOrder {

    static final Set<String> KEYS =
            Set.of("name", "created_at", "updated_at", "scanner_type", "enabled", "sampling_rate", "created_by");

    static final Ordering DEFAULT = Ordering.by("name");

    private ScannerOrder() {}

    /**
     * The SQL of an order. People live in the directory, not in the database, so a sort by creator is given their ids in
     * the order of their names.
     */
    static String by(Ordering order, Where where, List<Integer> peopleByName) {
        return order.keys().stream().map(key -> sql(key, where, peopleByName)).collect(Collectors.joining(", "))
                + ", id asc";
    }

    private static String sql(Ordering.Key key, Where where, List<Integer> peopleByName) {
        String direction = key.descending() ? " desc" : " asc";
        if (key.name().equals("created_by")) {
            String people = where.bind(peopleByName.toArray(Integer[]::new));
            return "array_position(" + people + "::int[], created_by)" + direction + " nulls last";
        }
        return key.name() + direction;
    }
}
