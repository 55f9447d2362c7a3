package dev.sightline.signals.scout.agent;

import dev.sightline.signals.scout.run.Finding;
import dev.sightline.signals.scout.run.FindingEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;

/** Emits what was found. */
@ApplicationScoped
class FindingTools implements Tools {

    private final FindingEmitter emitter;
    private final Validator validator;

    FindingTools(FindingEmitter emitter, Validator validator) {
        this.emitter = emitter;
        this.validator = validator;
    }

    @Override
    public List<Tool> tools() {
        return List.of(Tools.tool(
                "emit",
                "Emits a finding. Required: description, weight and confidence (0 to 1), evidence (list of"
                        + " {source_product, summary, entity_id}). Optional: hypothesis, severity (P0 to P4),"
                        + " dedupe_keys, time_range {date_from, date_to}, finding_id.",
                (run, sent) -> emitter.emit(
                        run.projectId(),
                        run.id(),
                        FindingRules.check(sent.as(Finding.class), validator),
                        Optional.empty())));
    }
}
