package dev.sightline.vision.analysis;

import dev.sightline.model.ModelAnswer.Usage;
import java.util.List;

/**
 * A finished scan.
 *
 * @param findings in the order they were noticed, empty unless asked for; a finding's position is part of its identity,
 *     so those not worth a signal stay in the list
 * @param usage tokens spent on all steps together
 */
public record Analysis(ModelOutput output, List<Finding> findings, Usage usage) {

    public Analysis {
        findings = List.copyOf(findings);
    }
}
