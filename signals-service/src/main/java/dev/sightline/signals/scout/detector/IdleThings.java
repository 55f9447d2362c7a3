package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Roster;
import dev.sightline.signals.scout.projection.Roster.Thing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Things that people set up and that nothing ever happened to: scanners that never look, datasets that stay empty. */
final class IdleThings {

    static final String SCANNER = "gap.idle_scanner";
    static final String DATASET = "gap.unused_dataset";

    private static final double LEAST_SESSIONS = 20;
    private static final List<String> OUTCOMES = List.of(Kinds.SUCCEEDED, Kinds.FAILED, Kinds.INELIGIBLE);

    private final History history;
    private final Roster roster;
    private final int end;

    IdleThings(History history, Roster roster) {
        this.history = history;
        this.roster = roster;
        this.end = history.yesterday() + 1;
    }

    Stream<Clue> clues() {
        return Stream.concat(scanners(), datasets());
    }

    /** Scanners that were on all week and have never had any outcome, while there was something to look at. */
    private Stream<Clue> scanners() {
        return sessionsCame()
                ? roster.all(Roster.SCANNER)
                        .filter(scanner -> scanner.runsSince(daysBack(7)))
                        .filter(scanner -> OUTCOMES.stream().allMatch(kind -> isNothing(kind, scanner)))
                        .map(scanner -> new Recommendation(SCANNER, scanner.id(), "replay_vision")
                                .clue(
                                        history,
                                        "0 sessions observed by the scanner " + Words.quoted(scanner.name())
                                                + " in seven days since it was switched on: its filter may fit none,"
                                                + " or its sample may be too small."))
                : Stream.empty();
    }

    private boolean sessionsCame() {
        double observed = history.all(Kinds.SUCCEEDED).stream()
                .mapToDouble(series -> series.days(end - 7, end))
                .sum();
        double recorded = history.of(Kinds.EVENTS, Kinds.RECORDING).days(end - 7, end);
        return Math.max(observed, recorded) >= LEAST_SESSIONS;
    }

    private boolean isNothing(String kind, Thing scanner) {
        return history.of(kind, scanner.id()).days(0, history.days()) == 0;
    }

    /** Datasets made two weeks ago into which nobody has put anything. */
    private Stream<Clue> datasets() {
        Instant longAgo = daysBack(14);
        return roster.all(Roster.DATASET)
                .filter(dataset -> dataset.standing().created() != null)
                .filter(dataset -> dataset.standing().created().isBefore(longAgo))
                .filter(dataset -> dataset.standing().used() == null)
                .map(dataset -> new Recommendation(DATASET, dataset.id(), "llm_analytics")
                        .clue(
                                history,
                                "0 items in the dataset " + Words.quoted(dataset.name())
                                        + " two weeks after it was made. Fill it or delete it."));
    }

    private Instant daysBack(int days) {
        return history.date(end - days).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
