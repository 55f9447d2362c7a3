package dev.sightline.signals.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.signals.signal.Shape.Members;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The closed set of pairs of source product and type, and the exact shape of each pair's {@code extra}
 * (spec/signals.md 1.4; the data stand in {@code taxonomy.txt}).
 */
public final class Taxonomy {

    private static final Map<SignalSource, Members> PAIRS = TaxonomyFile.read();

    private Taxonomy() {}

    /** All pairs, those that only a source configuration may name included. */
    public static Set<SignalSource> pairs() {
        return PAIRS.keySet();
    }

    /** Whether a source configuration may name the pair. */
    public static boolean knows(SignalSource source) {
        return PAIRS.containsKey(source);
    }

    /** Whether a signal may come from the pair. */
    public static boolean emits(SignalSource source) {
        return knows(source) && PAIRS.get(source) != TaxonomyFile.CONFIG_ONLY;
    }

    /** What is wrong with the pair, or with {@code extra} as its payload; the first fault in declaration order. */
    public static Optional<Violation> violation(SignalSource source, JsonNode extra) {
        if (PAIRS.keySet().stream().noneMatch(pair -> pair.product().equals(source.product()))) {
            return unknown("source_product", source.product());
        }
        if (!emits(source)) {
            return unknown("source_type", source.type());
        }
        return PAIRS.get(source).violation("extra", extra);
    }

    private static Optional<Violation> unknown(String attr, String value) {
        return Optional.of(new Violation(attr, "invalid_choice", "\"" + value + "\" is not a valid choice."));
    }
}
