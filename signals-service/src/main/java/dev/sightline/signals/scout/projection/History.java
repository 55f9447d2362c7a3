package dev.sightline.signals.scout.projection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a project, hour by hour (UTC). Days are counted from {@code start}; the last one is today and not over.
 *
 * @param days number of days, today included
 * @param names what things are called, by entity
 */
public record History(
        int projectId, LocalDate start, int days, Map<String, Map<String, Series>> series, Map<String, String> names) {

    /** The last day that is over. */
    public int yesterday() {
        return days - 2;
    }

    public LocalDate date(int day) {
        return start.plusDays(day);
    }

    /** All things measured in a way, by entity. */
    public Collection<Series> all(String kind) {
        return series.getOrDefault(kind, Map.of()).values();
    }

    public Optional<Series> find(String kind, String entity) {
        return Optional.ofNullable(series.getOrDefault(kind, Map.of()).get(entity));
    }

    /** The same, empty for a thing of which nothing is known. */
    public Series of(String kind, String entity) {
        return find(kind, entity).orElseGet(() -> new Series(kind, entity, new double[days * Series.DAY]));
    }

    /** What a thing is called; its identity if it has no name. */
    public String name(String entity) {
        return names.getOrDefault(entity, entity);
    }

    /** The same days with nothing known of them. */
    public History forgotten() {
        return new History(projectId, start, days, Map.of(), names);
    }

    /** Whether anything at all was heard of the project in each hour. */
    public boolean[] heard() {
        boolean[] heard = new boolean[days * Series.DAY];
        series.forEach((kind, byEntity) -> {
            if (Kinds.isHourly(kind)) {
                byEntity.values().forEach(one -> hear(heard, one));
            }
        });
        return heard;
    }

    private static void hear(boolean[] heard, Series one) {
        for (int hour = 0; hour < heard.length; hour++) {
            heard[hour] |= one.at(hour) > 0;
        }
    }

    /** Puts a history together. */
    public static final class Builder {

        private final int projectId;
        private final LocalDate start;
        private final int days;
        private final Map<String, Map<String, Series>> series = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();

        public Builder(int projectId, LocalDate start, int days) {
            this.projectId = projectId;
            this.start = start;
            this.days = days;
        }

        /** The hours of a thing, to be filled; nothing is known of them at first. */
        public double[] hours(String kind, String entity) {
            return series.computeIfAbsent(kind, fresh -> new TreeMap<>())
                    .computeIfAbsent(entity, fresh -> new Series(kind, entity, unknown()))
                    .hours();
        }

        private double[] unknown() {
            double[] hours = new double[days * Series.DAY];
            Arrays.fill(hours, Double.NaN);
            return hours;
        }

        public Builder name(String entity, String name) {
            names.put(entity, name);
            return this;
        }

        LocalDate start() {
            return start;
        }

        public History build() {
            return new History(projectId, start, days, series, names);
        }
    }
}
