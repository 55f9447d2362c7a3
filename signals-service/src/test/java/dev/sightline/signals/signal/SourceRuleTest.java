package dev.sightline.signals.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRuleTest {

    @ParameterizedTest
    @CsvSource({
        "replay_vision/scanner_finding,    replay_vision/scanner_finding,           false, true",
        "signals_scout/cross_source_issue, github/issue,                            true,  true",
        "signals_scout/cross_source_issue, signals_scout/cross_source_issue,        false, false",
        "session_replay/session_problem,   session_replay/session_analysis_cluster, true,  true",
        "session_replay/session_problem,   session_replay/session_problem,          true,  false",
        "github/issue,                     github/issue,                            true,  true",
        "github/issue,                     github/issue,                            false, false",
        "github/issue,                     linear/issue,                            true,  false"
    })
    void followsTheConfiguredRow(String emitted, String configured, boolean enabled, boolean allowed) {
        Map<SignalSource, Boolean> rows = Map.of(SignalSource.parse(configured), enabled);

        assertEquals(
                allowed, SourceRule.allows(SignalSource.parse(emitted), pair -> Optional.ofNullable(rows.get(pair))));
    }
}
