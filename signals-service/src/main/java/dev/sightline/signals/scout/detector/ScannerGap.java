package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Scanners that observed far less in the last seven complete days than before, while other streams held. */
final class ScannerGap {

    static final String DOMAIN = "scanner.gap";

    private static final double LEAST_BEFORE = 30;
    private static final double LEFT = 0.4;
    private static final double HELD = 0.75;

    private final History history;
    private final Weekday weekdays;
    private final int end;

    ScannerGap(History history) {
        this.history = history;
        this.weekdays = new Weekday(history);
        this.end = history.yesterday() + 1;
    }

    List<Clue> clues() {
        boolean whole = IntStream.range(end - 7, end).allMatch(weekdays::heardOn);
        return whole
                ? history.all(Kinds.SUCCEEDED).stream()
                        .flatMap(one -> clue(one).stream())
                        .toList()
                : List.of();
    }

    private Optional<Clue> clue(Series observed) {
        double before = observed.days(end - 14, end - 7);
        double earlier = observed.days(end - 21, end - 14);
        double now = observed.days(end - 7, end);
        boolean gap = before >= LEAST_BEFORE && earlier >= LEAST_BEFORE && now < LEFT * Math.min(before, earlier);
        return gap && othersHeld(observed) ? Optional.of(clue(observed, now, before)) : Optional.empty();
    }

    /** Whether sessions kept coming, as far as anything else tells of them. */
    private boolean othersHeld(Series observed) {
        double before = others(observed, end - 14, end - 7);
        return before >= LEAST_BEFORE && others(observed, end - 7, end) >= HELD * before;
    }

    private double others(Series observed, int from, int to) {
        double scanners = history.all(Kinds.SUCCEEDED).stream()
                .filter(other -> other != observed)
                .mapToDouble(other -> other.days(from, to))
                .sum();
        return scanners + history.of(Kinds.EVENTS, "$pageview").days(from, to);
    }

    private Clue clue(Series observed, double now, double before) {
        String scanner = observed.entity();
        String description = Words.number(now) + " sessions observed by the scanner "
                + Words.quoted(history.name(scanner)) + " in seven days, " + Words.number(before)
                + " in the seven days before, while other streams held.";
        return new Clue(
                DOMAIN,
                scanner,
                new Clue.Text(description, why(scanner, before), history.date(end - 7), history.date(end - 1)),
                before / Math.max(1, now),
                new Grade(0.85, 0.7, Severity.P2),
                List.of(new Evidence("replay_vision", description, scanner)));
    }

    private String why(String scanner, double before) {
        double failed = history.of(Kinds.FAILED, scanner).days(end - 7, end);
        double ineligible = history.of(Kinds.INELIGIBLE, scanner).days(end - 7, end);
        if (failed >= LEFT * before) {
            return Words.number(failed) + " observations failed: its provider or key may not work.";
        }
        return ineligible >= LEFT * before
                ? Words.number(ineligible) + " sessions could not be observed."
                : "It hardly ran: it was edited, switched off, or its quota is used up.";
    }
}
