package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.detector.Facts;
import dev.sightline.signals.scout.detector.ServiceState;
import dev.sightline.signals.scout.projection.Histories;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Roster;
import dev.sightline.signals.scout.projection.Rosters;
import dev.sightline.signals.scout.scratchpad.Scratchpad;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what detectors may know of projects. */
@ApplicationScoped
class Materials {

    private final Histories histories;
    private final Rosters rosters;
    private final ServiceStates states;
    private final Scratchpad scratchpad;
    private final Clock clock;

    Materials(Histories histories, Rosters rosters, ServiceStates states, Scratchpad scratchpad, Clock clock) {
        this.histories = histories;
        this.rosters = rosters;
        this.states = states;
        this.scratchpad = scratchpad;
        this.clock = clock;
    }

    /**
     * What is known of one project.
     *
     * @param notes those that detectors go by, by key
     * @param current whether the history is up to date
     */
    record Of(Facts facts, Map<String, String> notes, boolean current) {}

    Uni<Map<Integer, Of>> of(Collection<Integer> projectIds) {
        return Uni.combine()
                .all()
                .unis(
                        histories.reliable(projectIds),
                        rosters.of(projectIds),
                        states.of(projectIds),
                        scratchpad.rules(projectIds))
                .usingConcurrencyOf(1)
                .with((history, roster, state, notes) ->
                        new Read(history, roster, state, notes).byProject(clock.instant()));
    }

    /** All that was read, by project. */
    private record Read(
            Histories.Reliable histories,
            Map<Integer, Roster> rosters,
            Map<Integer, ServiceState> states,
            Map<Integer, Map<String, String>> notes) {

        Map<Integer, Of> byProject(Instant now) {
            return histories.byProject().values().stream()
                    .collect(Collectors.toMap(History::projectId, history -> one(history, now)));
        }

        private Of one(History history, Instant now) {
            int projectId = history.projectId();
            Facts facts = new Facts(history, rosters.get(projectId), states.get(projectId), now);
            return new Of(facts, notes.getOrDefault(projectId, Map.of()), histories.upToDate());
        }
    }
}
