package dev.sightline.signals.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.signals.signal.SourceSwitches.Switch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
        Map<SignalSource, Switch> rows = Map.of(SignalSource.parse(configured), new Switch(enabled, Set.of("e1")));

        assertEquals(
                allowed,
                SourceRule.allows(
                        SignalSource.parse(emitted), extra("e1"), pair -> Optional.ofNullable(rows.get(pair))));
    }

    @Test
    void ofTheEvaluationsOnlyTheNamedOnesPass() {
        SignalSource source = SignalSource.parse("llm_analytics/evaluation");
        Switch on = new Switch(true, Set.of("e1"));

        assertTrue(SourceRule.allows(source, extra("e1"), pair -> Optional.of(on)));
        assertFalse(SourceRule.allows(source, extra("e2"), pair -> Optional.of(on)));
        assertFalse(SourceRule.allows(source, extra("e1"), pair -> Optional.of(new Switch(false, Set.of("e1")))));
    }

    private static ObjectNode extra(String evaluation) {
        return JsonNodeFactory.instance.objectNode().put("evaluation_id", evaluation);
    }
}
