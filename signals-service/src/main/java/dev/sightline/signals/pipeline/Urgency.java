package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.signals.pipeline.Judgement.Reasoned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The priority of a report by what can be counted:
 *
 * <ul>
 *   <li>P0: a source itself calls it P0, critical or fatal.
 *   <li>P1: severe, and seen at least three times within the last week or by two products. Severe is a crash, a failure
 *       or a blocking exception, a spiking issue, a firing alert, or what a source calls P1, high, urgent or an error.
 *   <li>P2: severe, or seen so often or so widely.
 *   <li>P4: seen once, and no more than friction or a flaw of design.
 *   <li>P3: everything else.
 * </ul>
 */
final class Urgency {

    private static final Duration RECENT = Duration.ofDays(7);
    private static final int OFTEN = 3;
    private static final Set<String> CRITICAL = Set.of("p0", "critical", "fatal", "blocker");
    private static final Set<String> SEVERE =
            Set.of("p1", "high", "highest", "urgent", "error", "crash", "failure", "blocking_exception", "firing");
    private static final Set<String> MINOR = Set.of("ux_friction", "design_flaw", "confusion");
    private static final List<String> MEMBERS =
            List.of("severity", "priority", "priority_label", "level", "problem_type", "action");

    private Urgency() {}

    static Reasoned<Priority> of(List<Signal> signals, Instant now) {
        long recent = signals.stream()
                .filter(signal -> signal.at().isAfter(now.minus(RECENT)))
                .count();
        long products = signals.stream()
                .map(signal -> signal.source().product())
                .distinct()
                .count();
        boolean severe = signals.stream().anyMatch(Urgency::severe);
        Priority priority = choose(signals, severe, recent >= OFTEN || products > 1);
        return new Reasoned<>(
                priority,
                "Local rules, no language model configured: %d signals, %d in the last 7 days, %d products, %s."
                        .formatted(signals.size(), recent, products, severe ? "severe" : "not severe"));
    }

    private static Priority choose(List<Signal> signals, boolean severe, boolean widespread) {
        if (signals.stream().anyMatch(signal -> says(signal, CRITICAL))) {
            return Priority.P0;
        }
        if (severe || widespread) {
            return severe && widespread ? Priority.P1 : Priority.P2;
        }
        return signals.size() == 1 && says(signals.get(0), MINOR) ? Priority.P4 : Priority.P3;
    }

    private static boolean severe(Signal signal) {
        return signal.source().type().equals("issue_spiking") || says(signal, SEVERE) || says(signal, CRITICAL);
    }

    private static boolean says(Signal signal, Set<String> words) {
        return words(signal).anyMatch(words::contains);
    }

    private static Stream<String> words(Signal signal) {
        return MEMBERS.stream()
                .map(member -> signal.extra().path(member))
                .filter(JsonNode::isTextual)
                .map(value -> value.textValue().toLowerCase(Locale.ROOT));
    }
}
