package dev.sightline.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How to call one operation so that it succeeds. A probe makes what it needs, so that its answer has something in every
 * member.
 *
 * @param values of the path parameters other than the project, by name
 * @param extras members the answer may hold beyond the contract, because a decision says so
 */
public record Probe(Map<String, String> values, Map<String, Object> query, Object body, Set<String> extras) {

    public static Probe get() {
        return new Probe(Map.of(), Map.of(), null, Set.of());
    }

    public Probe with(String name, Object value) {
        return new Probe(Map.of(name, value.toString()), query, body, extras).and(values);
    }

    private Probe and(Map<String, String> more) {
        var all = new HashMap<>(more);
        all.putAll(values);
        return new Probe(all, query, body, extras);
    }

    public Probe body(Object json) {
        return new Probe(values, query, json, extras);
    }

    public Probe query(Map<String, Object> parameters) {
        return new Probe(values, parameters, body, extras);
    }

    public Probe allowing(String... names) {
        return new Probe(values, query, body, Set.of(names));
    }

    /** Made anew for each call, because a call may use up what the probe made. */
    public interface Source extends Supplier<Probe> {}
}
