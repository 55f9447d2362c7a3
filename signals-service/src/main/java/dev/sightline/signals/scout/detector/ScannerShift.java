package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Scanners that say something else of the last seven complete days than of the three weeks before. Sessions are counted. */
final class ScannerShift {

    static final String DOMAIN = "scanner.shift";

    private static final double LEAST_SESSIONS = 30;
    private static final double LEAST_SHIFT = 0.15;
    private static final int WEEKS = 3;

    private final History history;
    private final int end;

    ScannerShift(History history) {
        this.history = history;
        this.end = history.yesterday() + 1;
    }

    List<Clue> clues() {
        return Stream.of(
                        history.all(Kinds.YES).stream().map(Series::entity).flatMap(one -> monitor(one).stream()),
                        history.all(Kinds.TAG).stream().flatMap(tag -> tag(tag).stream()),
                        history.all(Kinds.SCORE).stream().flatMap(score -> scorer(score).stream()))
                .flatMap(clues -> clues)
                .toList();
    }

    private Optional<Clue> monitor(String scanner) {
        Shares shares = yes(history, scanner, end);
        return moved(shares)
                ? Optional.of(clue(
                        scanner,
                        Words.percent(shares.now()) + " of the sessions answered with yes by the scanner "
                                + Words.quoted(history.name(scanner)) + " in seven days, "
                                + Words.percent(shares.before()) + " in the three weeks before.",
                        Math.abs(shares.difference())))
                : Optional.empty();
    }

    /** The share of yes among yes and no in the seven days before {@code end} beside the three weeks before those. */
    static Shares yes(History history, String scanner, int end) {
        Series yes = history.of(Kinds.YES, scanner);
        Series no = history.of(Kinds.NO, scanner);
        int from = Math.max(0, end - 7 - 7 * WEEKS);
        double before = yes.days(from, end - 7);
        double now = yes.days(end - 7, end);
        return new Shares(now, now + no.days(end - 7, end), before, before + no.days(from, end - 7));
    }

    private Optional<Clue> tag(Series tag) {
        String scanner = tag.entity().substring(0, Math.max(0, tag.entity().indexOf('/')));
        Series observed = history.of(Kinds.SUCCEEDED, scanner);
        int from = Math.max(0, end - 7 - 7 * WEEKS);
        Shares shares = new Shares(
                tag.days(end - 7, end),
                observed.days(end - 7, end),
                tag.days(from, end - 7),
                observed.days(from, end - 7));
        return moved(shares)
                ? Optional.of(clue(
                        tag.entity(),
                        Words.percent(shares.now()) + " of the sessions have the tag "
                                + Words.quoted(tag.entity().substring(scanner.length() + 1)) + " of the scanner "
                                + Words.quoted(history.name(scanner)) + " in seven days, "
                                + Words.percent(shares.before()) + " in the three weeks before.",
                        Math.abs(shares.difference())))
                : Optional.empty();
    }

    private static boolean moved(Shares shares) {
        return shares.ofBefore() >= 2 * LEAST_SESSIONS && shares.differ(LEAST_SHIFT, LEAST_SESSIONS);
    }

    private Optional<Clue> scorer(Series score) {
        Sample now = sample(score.entity(), end - 7, end);
        Sample before = sample(score.entity(), Math.max(0, end - 7 - 7 * WEEKS), end - 7);
        boolean moved = now.count() >= LEAST_SESSIONS
                && before.count() >= 2 * LEAST_SESSIONS
                && now.standardErrors(before) >= 4.5
                && Math.abs(now.mean() - before.mean()) >= LEAST_SHIFT * Math.abs(before.mean());
        return moved
                ? Optional.of(clue(
                        score.entity(),
                        Words.number(now.mean()) + " is the mean score of the scanner "
                                + Words.quoted(history.name(score.entity())) + " in seven days, "
                                + Words.number(before.mean()) + " in the three weeks before.",
                        Math.abs(now.mean() - before.mean()) / Math.max(1e-9, Math.abs(before.mean()))))
                : Optional.empty();
    }

    private Sample sample(String scanner, int from, int to) {
        return new Sample(
                history.of(Kinds.SUCCEEDED, scanner).days(from, to),
                history.of(Kinds.SCORE, scanner).days(from, to),
                history.of(Kinds.SCORE_SQUARED, scanner).days(from, to));
    }

    /** Scores by their number, their sum and the sum of their squares. */
    private record Sample(double count, double sum, double squares) {

        double mean() {
            return sum / count;
        }

        private double errorSquared() {
            return Math.max(0, squares / count - mean() * mean()) / count;
        }

        double standardErrors(Sample other) {
            double error = Math.sqrt(errorSquared() + other.errorSquared());
            return error == 0 ? 0 : Math.abs(mean() - other.mean()) / error;
        }
    }

    private Clue clue(String entity, String description, double strength) {
        return new Clue(
                DOMAIN,
                entity,
                new Clue.Text(description, null, history.date(end - 7), history.date(end - 1)),
                strength,
                new Grade(0.8, 0.6, Severity.P3),
                List.of(new Evidence("replay_vision", description, entity)));
    }
}
