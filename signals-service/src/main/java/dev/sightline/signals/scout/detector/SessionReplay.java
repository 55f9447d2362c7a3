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
 * Whether sessions are still recorded, told by those observed, and whether rage clicks pile up. Less traffic and less
 * capture look alike: without page views that held steady a cliff is no more than a note.
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
        double[] norm = IntStream.range(Math.max(0, day - NORM_DAYS), day)
                .mapToDouble(one -> observed(history, one))
                .toArray();
        long busy =
                IntStream.range(0, norm.length).filter(i -> norm[i] >= BUSY_DAY).count();
        double usual = norm.length == 0 ? 0 : Robust.median(norm);
        double value = observed(history, day);
        boolean cliff = busy >= BUSY_DAYS && value < LEFT * usual && value < LEFT * observed(history, day - 7);
        return cliff ? Optional.of(cliff(history, value, usual)) : Optional.empty();
    }

    private static double observed(History history, int day) {
        return Stream.of(Kinds.SUCCEEDED, Kinds.FAILED, Kinds.INELIGIBLE)
                .flatMap(kind -> history.all(kind).stream())
                .mapToDouble(series -> series.day(day))
                .sum();
    }

    private static Clue cliff(History history, double value, double usual) {
        int day = history.yesterday();
        String description = Words.number(value) + " sessions observed on " + history.date(day) + ", usually "
                + Words.number(usual) + " a day.";
        boolean steady = new Volume(history).steady(history.of(Kinds.EVENTS, "$pageview"), day);
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
        double people = mostPeople(history.of(Kinds.USERS, "$rageclick"), day);
        boolean cluster = clicks.day(day) >= 3 * mean
                && clicks.day(day) >= mean + 5 * Math.sqrt(mean)
                && clicks.day(day) >= 10
                && people >= 5
                && clicks.day(day) >= 1.5 * clicks.day(day - 1);
        return cluster ? Optional.of(friction(history, clicks.day(day), mean)) : Optional.empty();
    }

    /** People of the busiest hour: never more than those of the day. */
    private static double mostPeople(Series people, int day) {
        return IntStream.range(day * Series.DAY, (day + 1) * Series.DAY)
                .mapToDouble(people::at)
                .max()
                .orElse(0);
    }

    private static Clue friction(History history, double clicks, double mean) {
        String description = Words.number(clicks) + " rage clicks on " + history.date(history.yesterday()) + ", "
                + Words.number(mean) + " a day in the 13 days before.";
        return clue(
                history,
                FRICTION,
                new Seen(description, null, clicks / Math.max(1, mean)),
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
