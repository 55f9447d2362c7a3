package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                FailureKinds.DOMAIN,
                ModelLatency.DOMAIN,
                ModelVolume.DOMAIN,
                EvaluationHealth.CONFIGURATION,
                EvaluationHealth.PASS_RATE);
    }

    @Override
    public List<Clue> detect(Facts facts) {
        History history = facts.history();
        Map<String, Clue> clues = new LinkedHashMap<>();
        Stream.of(new Days(history), new LatestHours(history, facts.now()))
                .flatMap(period -> models(history, period))
                .forEach(clue -> clues.merge(clue.key(), clue, AiObservability::telling));
        return Stream.of(
                        List.copyOf(clues.values()),
                        new FailureKinds(history).clues(),
                        new EvaluationHealth(history).clues())
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<Clue> models(History history, Period period) {
        return Stream.of(
                        new ModelCost(history, period).clues(),
                        new ModelErrors(history, period).clues(),
                        new ModelLatency(history, period).clues(),
                        new ModelVolume(history, period).clues())
                .flatMap(List::stream);
    }

    /** What a day and an hour say of the same thing is told once: what is sure, and then what is worse. */
    private static Clue telling(Clue day, Clue hour) {
        if (day.certain() != hour.certain()) {
            return day.certain() ? day : hour;
        }
        return day.strength() >= hour.strength() ? day : hour;
    }
}
