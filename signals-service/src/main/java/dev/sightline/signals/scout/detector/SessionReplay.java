package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether sessions are still recorded and whether rage clicks pile up. Less traffic and less capture look alike: without
 * page views that held steady a cliff is no more than a note.
 */
@ApplicationScoped
class SessionReplay implements Detector {

    private static final String CLIFF = "replay.capture";
    private static final String FRICTION = "replay.friction";
    private static final int NORM_DAYS = 14;
    private static final double BUSY_DAY = 100;
    private static final int BUSY_DAYS = 7;
    private static final double LEFT = 0.4;
    private static final double UNSURE = 0.64;
    private static final double LEAST_SESSIONS = 10;
    private static final double LEAST_PEOPLE = 5;

    @Override
    public String skillName() {
        return "signals-scout-session-replay";
    }

    @Override
    public Set<String> domains() {
        return Set.of(CLIFF, FRICTION);
    }

    @Override
    public List<Clue> detect(Facts facts) {
        return Stream.of(cliff(facts.history()), friction(facts.history()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Clue> cliff(History history) {
        int day = history.yesterday();
        if (!new Weekday(history).heardOn(day)) {
            return Optional.empty();
        }
        Series recordings = history.of(Kinds.EVENTS, Kinds.RECORDING);
        double[] norm = IntStream.range(Math.max(0, day - NORM_DAYS), day)
                .mapToDouble(recordings::day)
                .toArray();
        long busy =
                IntStream.range(0, norm.length).filter(i -> norm[i] >= BUSY_DAY).count();
        double usual = norm.length == 0 ? 0 : Robust.median(norm);
        double value = recordings.day(day);
        boolean cliff = busy >= BUSY_DAYS && value < LEFT * usual && value < LEFT * recordings.day(day - 7);
        return cliff ? Optional.of(cliff(history, value, usual)) : Optional.empty();
    }

    private static Clue cliff(History history, double value, double usual) {
        int day = history.yesterday();
        String description = Words.number(value) + " sessions recorded on " + history.date(day) + ", usually "
                + Words.number(usual) + " a day.";
        boolean steady = new Volume(new Days(history)).steady(history.of(Kinds.EVENTS, "$pageview"));
        Grade grade = new Grade(0.85, 0.8, Severity.P2);
        return clue(
                history,
                CLIFF,
                new Seen(
                        description,
                        steady
                                ? "Page views held steady: recording stopped, not traffic."
                                : "Less traffic or less recording.",
                        usual / Math.max(1, value)),
                steady ? grade : grade.atMost(UNSURE));
    }

    private static Optional<Clue> friction(History history) {
        int day = history.yesterday();
        Series clicks = history.of(Kinds.EVENTS, "$rageclick");
        double mean = clicks.days(Math.max(0, day - 13), day) / 13;
        double people = history.of(Kinds.DAY_USERS, "$rageclick").day(day);
        double sessions = history.of(Kinds.DAY_SESSIONS, "$rageclick").day(day);
        boolean cluster = clicks.day(day) >= 3 * mean
                && clicks.day(day) >= mean + 5 * Math.sqrt(mean)
                && sessions >= LEAST_SESSIONS
                && people >= LEAST_PEOPLE
                && clicks.day(day) >= 1.5 * clicks.day(day - 1);
        return cluster
                ? Optional.of(friction(history, new Clicks(clicks.day(day), mean, sessions, people)))
                : Optional.empty();
    }

    private record Clicks(double many, double usual, double sessions, double people) {

        @Override
        public String toString() {
            return Words.number(many) + " rage clicks in " + Words.number(sessions) + " sessions of "
                    + Words.number(people) + " people";
        }
    }

    private static Clue friction(History history, Clicks clicks) {
        String description = clicks + " on " + history.date(history.yesterday()) + ", " + Words.number(clicks.usual())
                + " a day in the 13 days before.";
        return clue(
                history,
                FRICTION,
                new Seen(description, null, clicks.many() / Math.max(1, clicks.usual())),
                new Grade(0.75, 0.7, Severity.P2));
    }

    private record Seen(String description, String why, double strength) {}

    private static Clue clue(History history, String domain, Seen seen, Grade grade) {
        int day = history.yesterday();
        return new Clue(
                domain,
                "project",
                new Clue.Text(seen.description(), seen.why(), history.date(day), history.date(day)),
                seen.strength(),
                grade,
                List.of(new Evidence("session_replay", seen.description(), null)));
    }
}
