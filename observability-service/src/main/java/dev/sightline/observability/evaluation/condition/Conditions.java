package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Condition sets of which one must hold, compiled once and asked of any number of events from any thread. */
public final class Conditions {

    private static final Predicate<Candidate> NEVER = candidate -> false;

    private final List<CompiledSet> sets;

    private Conditions(List<CompiledSet> sets) {
        this.sets = sets;
    }

    private record CompiledSet(double rollout, List<Predicate<Candidate>> filters) {

        boolean fits(Candidate candidate) {
            for (Predicate<Candidate> filter : filters) {
                if (!filter.test(candidate)) {
                    return false;
                }
            }
            return true;
        }

        boolean samples(Candidate candidate) {
            return rollout >= 100 || (rollout > 0 && candidate.sample() < rollout);
        }
    }

    /**
     * Compiles stored sets. One with a filter that cannot work matches nothing; {@link #check} keeps such a filter from
     * being stored.
     */
    public static Conditions compile(List<ConditionSet> sets, SaveTime saved) {
        return new Conditions(sets.stream().map(set -> lenient(set, saved)).toList());
    }

    private static CompiledSet lenient(ConditionSet set, SaveTime saved) {
        try {
            return new CompiledSet(set.rolloutPercentage(), filters(set.properties(), saved));
        } catch (ApiException unfit) {
            return new CompiledSet(0, List.of(NEVER));
        }
    }

    private static List<Predicate<Candidate>> filters(List<ObjectNode> filters, SaveTime saved) {
        List<Predicate<Candidate>> compiled = new ArrayList<>(filters.size());
        for (int i = 0; i < filters.size(); i++) {
            compiled.add(filter(filters.get(i), saved, i));
        }
        return List.copyOf(compiled);
    }

    private static Predicate<Candidate> filter(ObjectNode filter, SaveTime saved, int index) {
        try {
            return PropertyFilter.compile(filter, saved);
        } catch (ApiException unfit) {
            throw unfit.within("properties__" + index);
        }
    }

    /**
     * Refuses filters that cannot work.
     *
     * @throws ApiException whose {@code attr} leads to the filter's member from {@code conditions} on
     */
    public static void check(List<ConditionSet> sets, SaveTime saved) {
        for (int i = 0; i < sets.size(); i++) {
            check(sets.get(i), saved, i);
        }
    }

    private static void check(ConditionSet set, SaveTime saved, int index) {
        try {
            filters(set.properties(), saved);
        } catch (ApiException unfit) {
            throw unfit.within("conditions__" + index);
        }
    }

    /** Whether there is no set at all, in which case nothing matches by itself. */
    public boolean isEmpty() {
        return sets.isEmpty();
    }

    /** Whether some set's filters hold and the event is in that set's share. */
    public boolean matches(Candidate candidate) {
        for (CompiledSet set : sets) {
            if (set.fits(candidate) && set.samples(candidate)) {
                return true;
            }
        }
        return false;
    }

    /** Whether some set's filters hold, whatever its share; true if there is no set. */
    public boolean fits(Candidate candidate) {
        return sets.isEmpty() || sets.stream().anyMatch(set -> set.fits(candidate));
    }
}
