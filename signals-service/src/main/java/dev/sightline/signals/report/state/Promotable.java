package dev.sightline.signals.report.state;

import java.time.Instant;

/** Can be chosen for a run. */
public sealed interface Promotable extends ReportState permits Potential, Ready {

    default Candidate promote(Instant now) {
        return new Candidate(facts().promoted(now));
    }
}
