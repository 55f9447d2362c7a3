package dev.sightline.signals.signal;

import java.util.Optional;
import java.util.function.Function;

/** Whether a project lets a source emit (spec/signals.md 1.3). */
public final class SourceRule {

    private static final SignalSource SCANNER_FINDING = new SignalSource("replay_vision", "scanner_finding");
    private static final SignalSource SCOUT_FINDING = new SignalSource("signals_scout", "cross_source_issue");
    private static final SignalSource SESSION_PROBLEM = new SignalSource("session_replay", "session_problem");
    private static final SignalSource SESSION_ANALYSIS = new SignalSource("session_replay", "session_analysis_cluster");

    private SourceRule() {}

    /**
     * Scanners are switched by their own {@code emits_signals}, so their findings always pass. Scouts pass unless
     * switched off. Everything else passes only when switched on; session problems follow the session analysis.
     *
     * @param enabled the {@code enabled} of the project's configuration row for a pair; empty without a row
     */
    public static boolean allows(SignalSource source, Function<SignalSource, Optional<Boolean>> enabled) {
        if (source.equals(SCANNER_FINDING)) {
            return true;
        }
        if (source.equals(SCOUT_FINDING)) {
            return enabled.apply(source).orElse(true);
        }
        return enabled.apply(source.equals(SESSION_PROBLEM) ? SESSION_ANALYSIS : source)
                .orElse(false);
    }
}
