package dev.sightline.signals.scout.run;

import dev.sightline.signals.scout.Approval;
import dev.sightline.signals.scout.config.ConfigStore;
import dev.sightline.signals.scout.config.ScoutConfig;
import dev.sightline.signals.signal.SourceSwitches;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** What can keep a run from emitting, as it stands at this moment (spec/scouts.md 7.2). */
@ApplicationScoped
class EmitGate {

    private final ConfigStore configs;
    private final Approval approval;
    private final SourceSwitches switches;

    EmitGate(ConfigStore configs, Approval approval, SourceSwitches switches) {
        this.configs = configs;
        this.approval = approval;
        this.switches = switches;
    }

    /** The first reason to emit nothing; empty if there is none. */
    Uni<Optional<String>> closed(ScoutRun run) {
        return config(run)
                .map(EmitGate::ofConfig)
                .map(reason -> reason.or(() -> unapproved(run.projectId())))
                .flatMap(reason -> reason.isPresent() ? Uni.createFrom().item(reason) : switchedOff(run.projectId()));
    }

    private Uni<Optional<ScoutConfig>> config(ScoutRun run) {
        return run.configId() == null
                ? Uni.createFrom().item(Optional.empty())
                : configs.find(run.projectId(), run.configId());
    }

    private static Optional<String> ofConfig(Optional<ScoutConfig> config) {
        if (config.isEmpty()) {
            return Optional.of("scout_config_missing");
        }
        return config.get().switches().emit() ? Optional.empty() : Optional.of("scout_emit_disabled");
    }

    private Optional<String> unapproved(int projectId) {
        return approval.given(projectId) ? Optional.empty() : Optional.of("ai_processing_not_approved");
    }

    private Uni<Optional<String>> switchedOff(int projectId) {
        return switches.of(Set.of(projectId)).map(read -> read.find(projectId, FindingSignal.SOURCE)
                .filter(found -> !found.enabled())
                .map(off -> "source_disabled"));
    }
}
