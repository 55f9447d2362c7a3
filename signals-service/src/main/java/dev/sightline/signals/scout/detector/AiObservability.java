package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the project's models cost, how fast and how reliably they answer, and what their evaluations say. */
@ApplicationScoped
class AiObservability implements Detector {

    @Override
    public String skillName() {
        return "signals-scout-ai-observability";
    }

    @Override
    public Set<String> domains() {
        return Set.of(
                ModelCost.DOMAIN,
                ModelErrors.DOMAIN,
                ModelLatency.DOMAIN,
                ModelVolume.DOMAIN,
                EvaluationHealth.CONFIGURATION,
                EvaluationHealth.PASS_RATE);
    }

    @Override
    public List<Clue> detect(Facts facts) {
        History history = facts.history();
        return Stream.of(
                        new ModelCost(history).clues(),
                        new ModelErrors(history).clues(),
                        new ModelLatency(history).clues(),
                        new ModelVolume(history).clues(),
                        new EvaluationHealth(history).clues())
                .flatMap(List::stream)
                .toList();
    }
}
