package dev.sightline.observability.run.automatic;

import dev.sightline.event.EventCaptured;
import dev.sightline.observability.evaluation.condition.Candidate;
import dev.sightline.observability.generation.Generation;
import dev.sightline.observability.run.NewRun;
import dev.sightline.observability.run.Target;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Which evaluations want to judge an event. */
final class Matcher {

    private Matcher() {}

    /** Whether it is an event that evaluations judge by themselves. */
    static boolean isGeneration(EventCaptured event) {
        return event.event().equals(Generation.NAME);
    }

    /** A run for each evaluation of a generation's project whose conditions it meets. */
    static List<NewRun> runs(EventCaptured event, Watches watches) {
        List<Watch> interested = interested(event, watches.of(event.projectId()));
        Target target = target(event);
        return interested.stream()
                .map(watch -> NewRun.automatic(watch.evaluation(), target))
                .toList();
    }

    static List<Watch> interested(EventCaptured event, List<Watch> watches) {
        Candidate candidate = new Candidate(event.uuid(), event.event(), event.distinctId(), event.properties());
        List<Watch> interested = new ArrayList<>();
        for (Watch watch : watches) {
            if (watch.conditions().matches(candidate)) {
                interested.add(watch);
            }
        }
        return interested;
    }

    private static Target target(EventCaptured event) {
        return new Target(
                event.uuid(),
                event.event(),
                event.timestamp().atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
