package dev.sightline.signals.scout.projection;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A value for each hour of a day; null where nothing is known. */
final class Hours {

    static final int COUNT = 24;

    private final Double[] values = new Double[COUNT];

    void add(int hour, double amount) {
        values[hour] = (values[hour] == null ? 0 : values[hour]) + amount;
    }

    void put(int hour, double value) {
        values[hour] = value;
    }

    /** As Postgres reads an array of numbers. */
    String literal() {
        return Arrays.stream(values)
                .map(value -> value == null ? "NULL" : value.toString())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
