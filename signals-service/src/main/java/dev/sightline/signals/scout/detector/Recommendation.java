package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.util.List;

/** Something people may want to set up otherwise: nothing broke. */
record Recommendation(String domain, String entity, String product) {

    /** What the last complete week suggests. */
    Clue clue(History history, String description) {
        int day = history.yesterday();
        return new Clue(
                domain,
                entity,
                new Clue.Text(description, null, history.date(day - 6), history.date(day)),
                1,
                new Grade(0.8, 0.3, Severity.P3),
                List.of(new Evidence(product, description, entity)));
    }
}
