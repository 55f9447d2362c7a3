package dev.sightline.vision.observation;

import dev.sightline.api.Ordering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The ways through strands that give a list its order. */
final class Walks {

    private static final Comparator<String> LAST_IF_EMPTY = Comparator.comparing(String::isEmpty);

    private final List<Strand> strands;
    private final boolean descending;

    private Walks(List<Strand> strands, boolean descending) {
        this.strands = strands;
        this.descending = descending;
    }

    static List<Walk> of(List<Strand> strands, Ordering.Key order) {
        return new Walks(strands, order.descending())
                .by(order.name()).stream()
                        .filter(walk -> !walk.strands().isEmpty())
                        .toList();
    }

    private List<Walk> by(String key) {
        return switch (key) {
            case "status" -> List.of(Walk.byStrand(strands, s -> s.status().wire(), directed()));
            case "result_verdict" ->
                List.of(Walk.byStrand(strands, Strand::verdict, LAST_IF_EMPTY.thenComparing(directed())));
            case "result_score" -> parted("score", Strand::hasScore);
            case "completed_at" -> parted("completed_at", Strand::hasEnded);
            case "started_at" ->
                List.of(
                        walk("started_at", " and started_at is not null"),
                        walk("started_at", " and started_at is null").after());
            case "scanner_version" -> List.of(Walk.with(strands, key, key + direction() + " nulls last", ""));
            default -> List.of(walk("created_at", ""));
        };
    }

    /** Strands that have the key, then those that do not. */
    private List<Walk> parted(String key, Predicate<Strand> has) {
        var halves = strands.stream().collect(Collectors.partitioningBy(has));
        List<Walk> walks = new ArrayList<>();
        walks.add(Walk.with(halves.get(true), key, key + direction(), " and " + key + " is not null"));
        walks.add(Walk.without(halves.get(false)));
        return walks;
    }

    private Walk walk(String key, String condition) {
        return Walk.with(strands, key, key + direction(), condition);
    }

    private String direction() {
        return descending ? " desc" : " asc";
    }

    private Comparator<String> directed() {
        return descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }
}
