package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Recommends what to observe and what to tidy up (spec/scouts.md 15.5). */
@ApplicationScoped
class ObservabilityGaps implements Detector {

    @Override
    public String skillName() {
        return "signals-scout-observability-gaps";
    }

    @Override
    public Set<String> domains() {
        return Set.of(EvaluationGaps.UNJUDGED, EvaluationGaps.SILENT, IdleThings.SCANNER, IdleThings.DATASET);
    }

    @Override
    public List<Clue> detect(Facts facts) {
        History history = facts.history();
        Roster roster = facts.roster();
        return Stream.concat(new EvaluationGaps(history, roster).clues(), new IdleThings(history, roster).clues())
                .toList();
    }
}
