package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Roster;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Scanners that observed far less in the last seven complete days than before, while other streams held. */
final class ScannerGap {

    static final String DOMAIN = "scanner.gap";

    private static final double LEAST_BEFORE = 30;
    private static final double LEFT = 0.4;
    private static final double HELD = 0.75;
    private static final double UNSURE = 0.64;
    private static final Grade GRADE = new Grade(0.85, 0.7, Severity.P2);

    private final History history;
    private final Roster roster;
    private final Weekday weekdays;
    private final int end;

    ScannerGap(History history, Roster roster) {
        this.history = history;
        this.roster = roster;
        this.weekdays = new Weekday(history);
        this.end = history.yesterday() + 1;
    }

    List<Clue> clues() {
        boolean whole = IntStream.range(end - 7, end).allMatch(weekdays::heardOn);
        return whole
                ? history.all(Kinds.SUCCEEDED).stream()
                        .filter(observed -> shouldRun(observed.entity()))
                        .flatMap(one -> clue(one).stream())
                        .toList()
                : List.of();
    }

    /** What people switched off or deleted has no gap; of what was never heard of it is supposed to run. */
    private boolean shouldRun(String scanner) {
        return roster.find(Roster.SCANNER, scanner).map(Roster.Thing::runs).orElse(true);
    }

    /** When somebody changed it, if that explains that it observes less. */
    private Optional<LocalDate> edited(String scanner) {
        return roster.find(Roster.SCANNER, scanner)
                .map(thing ->
                        thing.standing().changed().atOffset(ZoneOffset.UTC).toLocalDate())
                .filter(day -> !day.isBefore(history.date(end - 14)));
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

    /** Recordings, where they are told; else what other scanners saw, and page views. */
    private double others(Series observed, int from, int to) {
        Series recordings = history.of(Kinds.EVENTS, Kinds.RECORDING);
        if (recordings.days(end - 14, end - 7) >= LEAST_BEFORE) {
            return recordings.days(from, to);
        }
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
        Cause cause = cause(scanner, before);
        return new Clue(
                DOMAIN,
                scanner,
                new Clue.Text(description, cause.words(), history.date(end - 7), history.date(end - 1)),
                before / Math.max(1, now),
                cause.meant() ? GRADE.atMost(UNSURE) : GRADE,
                List.of(new Evidence("replay_vision", description, scanner)));
    }

    /** Why it observes less, and whether somebody may have meant it to. */
    private record Cause(String words, boolean meant) {}

    private Cause cause(String scanner, double before) {
        double failed = history.of(Kinds.FAILED, scanner).days(end - 7, end);
        double ineligible = history.of(Kinds.INELIGIBLE, scanner).days(end - 7, end);
        if (failed >= LEFT * before) {
            return new Cause(Words.number(failed) + " observations failed: its provider or key may not work.", false);
        }
        if (ineligible >= LEFT * before) {
            return new Cause(Words.number(ineligible) + " sessions could not be observed.", false);
        }
        return edited(scanner)
                .map(day -> new Cause("It was changed on " + day + ", which may explain it.", true))
                .orElse(new Cause("It hardly ran: its filter finds nothing any more, or its quota is used up.", false));
    }
}
