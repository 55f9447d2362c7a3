package dev.sightline.signals.scout.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import dev.sightline.json.Json;
import dev.sightline.json.Wire;
import dev.sightline.signals.signal.NewSignal;
import dev.sightline.signals.signal.SignalSource;

/** The signal that a finding becomes (spec/scouts.md 7.3). */
final class FindingSignal {

    static final SignalSource SOURCE = new SignalSource("signals_scout", "cross_source_issue");

    private FindingSignal() {}

    /** The signal of a finding that has an identity; a 400 if the pipeline would not take it. */
    static NewSignal of(ScoutRun run, Finding finding) {
        NewSignal signal = new NewSignal(
                SOURCE, sourceId(run, finding), finding.description(), finding.weight(), extra(run, finding));
        signal.violation().ifPresent(violation -> {
            throw ApiException.invalid(violation.attr(), violation.code(), violation.detail());
        });
        return signal;
    }

    static String sourceId(ScoutRun run, Finding finding) {
        return "run:" + run.id() + ":finding:" + finding.findingId();
    }

    private static ObjectNode extra(ScoutRun run, Finding finding) {
        ObjectNode extra = Json.mapper()
                .createObjectNode()
                .put("scout_run_id", run.id().toString())
                .put("task_run_id", run.task().runId().toString())
                .put("task_id", run.task().id().toString())
                .put("finding_id", finding.findingId())
                .put("skill_name", run.skill().name())
                .put("skill_version", run.skill().version())
                .put("confidence", finding.confidence());
        extra.set("evidence", Json.tree(finding.evidence()));
        addOptional(extra, finding);
        return extra;
    }

    private static void addOptional(ObjectNode extra, Finding finding) {
        putText(extra, "hypothesis", finding.hypothesis());
        putText(extra, "mcp_trace_id", finding.mcpTraceId());
        if (finding.severity() != null) {
            extra.put("severity", Wire.name(finding.severity()));
        }
        if (finding.dedupeKeys() != null && !finding.dedupeKeys().isEmpty()) {
            extra.set("dedupe_keys", Json.tree(finding.dedupeKeys()));
        }
        if (finding.timeRange() != null) {
            extra.set("time_range", Json.tree(finding.timeRange()));
        }
    }

    private static void putText(ObjectNode extra, String name, String text) {
        if (text != null && !text.isBlank()) {
            extra.put(name, text);
        }
    }
}
