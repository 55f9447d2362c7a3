package dev.sightline.signals.artefact.content;

import dev.sightline.api.body.Required;

/** What can be done about a report. */
record ActionabilityJudgment(
        @Required String explanation,
        @Required Actionability actionability,
        @Required Boolean alreadyAddressed) {

    enum Actionability {
        IMMEDIATELY_ACTIONABLE,
        REQUIRES_HUMAN_INPUT,
        NOT_ACTIONABLE
    }
}
