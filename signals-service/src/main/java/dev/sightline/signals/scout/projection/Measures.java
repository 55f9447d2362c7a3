package dev.sightline.signals.scout.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a batch of messages adds to the projections. */
final class Measures {

    private final Map<Cell, Hours> counts = new TreeMap<>();
    private final Map<HourCell, List<String>> people = new TreeMap<>();
    private final Map<HourCell, List<Double>> latencies = new TreeMap<>();
    private final Map<Name, String> names = new TreeMap<>();

    /** A thing of a project that is called something. */
    record Name(int projectId, String entity) implements Comparable<Name> {

        @Override
        public int compareTo(Name other) {
            int byProject = Integer.compare(projectId, other.projectId);
            return byProject == 0 ? entity.compareTo(other.entity) : byProject;
        }
    }

    void count(HourCell at, double amount) {
        if (Double.isFinite(amount)) {
            counts.computeIfAbsent(at.cell(), cell -> new Hours()).add(at.hour(), amount);
        }
    }

    void person(HourCell at, String person) {
        people.computeIfAbsent(at, cell -> new ArrayList<>()).add(person);
    }

    void latency(HourCell at, double seconds) {
        if (Double.isFinite(seconds) && seconds >= 0) {
            latencies.computeIfAbsent(at, cell -> new ArrayList<>()).add(seconds);
        }
    }

    void name(int projectId, String entity, String name) {
        names.put(new Name(projectId, Entities.of(entity)), Entities.of(name));
    }

    Map<Cell, Hours> counts() {
        return counts;
    }

    Map<Name, String> names() {
        return names;
    }

    /** The hours whose sketches change, in the order of locks. */
    Collection<HourCell> sketched() {
        TreeSet<HourCell> cells = new TreeSet<>(people.keySet());
        cells.addAll(latencies.keySet());
        return cells;
    }

    List<String> people(HourCell at) {
        return people.getOrDefault(at, List.of());
    }

    List<Double> latencies(HourCell at) {
        return latencies.getOrDefault(at, List.of());
    }

    boolean isEmpty() {
        return counts.isEmpty() && names.isEmpty();
    }
}
