package dev.sightline.signals.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.signals.signal.SourceSwitches.Switch;
import java.util.Optional;
import java.util.function.Function;

/** Whether a project lets a source emit (spec/signals.md 1.3). */
public final class SourceRule {

    private static final SignalSource SCANNER_FINDING = new SignalSource("replay_vision", "scanner_finding");
    private static final SignalSource SCOUT_FINDING = new SignalSource("signals_scout", "cross_source_issue");
    private static final SignalSource EVALUATION = new SignalSource("llm_analytics", "evaluation");
    private static final SignalSource SESSION_PROBLEM = new SignalSource("session_replay", "session_problem");
    private static final SignalSource SESSION_ANALYSIS = new SignalSource("session_replay", "session_analysis_cluster");

    private SourceRule() {}

    /**
     * Whether a signal may pass. Scanners are switched by their own {@code emits_signals}, so their findings always pass. Scouts pass unless
     * switched off. Everything else passes only when switched on; session problems follow the session analysis, and of the
     * evaluations only those pass that the switch names.
     *
     * @param switches the project's switch of a pair; empty where it never decided
     */
    public static boolean allows(
            SignalSource source, JsonNode extra, Function<SignalSource, Optional<Switch>> switches) {
        if (source.equals(SCANNER_FINDING)) {
            return true;
        }
        if (source.equals(SCOUT_FINDING)) {
            return switches.apply(source).map(Switch::enabled).orElse(true);
        }
        return switches.apply(source.equals(SESSION_PROBLEM) ? SESSION_ANALYSIS : source)
                .filter(Switch::enabled)
                .filter(on -> !source.equals(EVALUATION)
                        || on.evaluations().contains(extra.path("evaluation_id").asText()))
                .isPresent();
    }
}
