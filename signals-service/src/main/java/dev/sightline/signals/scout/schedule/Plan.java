package dev.sightline.signals.scout.schedule;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Chooses what a tick dispatches (spec/scouts.md 9): of each project its most overdue scouts, up to its cap; of all
 * projects one scout a round, up to the cap of the tick. What does not fit is more overdue at the next tick.
 */
final class Plan {

    private final Instant now;
    private final IntUnaryOperator capOf;
    private final int most;

    /** @param capOf how many scouts a project may run now */
    Plan(Instant now, IntUnaryOperator capOf, int most) {
        this.now = now;
        this.capOf = capOf;
        this.most = most;
    }

    List<Due> choose(List<Due> due) {
        List<Deque<Due>> projects = byProject(due).values().stream()
                .map(this::capped)
                .filter(scouts -> !scouts.isEmpty())
                .sorted(Comparator.comparing(Deque::peek, mostOverdue().thenComparing(Due::projectId)))
                .toList();
        List<Due> chosen = new ArrayList<>();
        boolean more = true;
        while (more && chosen.size() < most) {
            more = round(projects, chosen);
        }
        return chosen;
    }

    private boolean round(List<Deque<Due>> projects, List<Due> chosen) {
        boolean any = false;
        for (Deque<Due> scouts : projects) {
            if (!scouts.isEmpty() && chosen.size() < most) {
                chosen.add(scouts.poll());
                any = true;
            }
        }
        return any;
    }

    private static Map<Integer, List<Due>> byProject(List<Due> due) {
        Map<Integer, List<Due>> byProject = new TreeMap<>();
        due.forEach(scout -> byProject
                .computeIfAbsent(scout.projectId(), project -> new ArrayList<>())
                .add(scout));
        return byProject;
    }

    private Deque<Due> capped(List<Due> scouts) {
        int cap = capOf.applyAsInt(scouts.get(0).projectId());
        return new ArrayDeque<>(scouts.stream()
                .sorted(mostOverdue().thenComparing(Due::skillName))
                .limit(Math.max(0, cap))
                .toList());
    }

    private Comparator<Due> mostOverdue() {
        return Comparator.comparingDouble((Due scout) -> scout.overdue(now)).reversed();
    }
}
