package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.util.List;
import java.util.Optional;

/** A model whose calls fail otherwise than before, however often: by another class of status (spec/scouts.md 15.7). */
final class FailureKinds {

    static final String DOMAIN = "llm.failure_kind";

    private static final int BACK = 28;
    private static final double LEAST_FAILURES = 50;
    private static final double LEAST_SHIFT = 0.3;

    private final History history;
    private final int day;

    FailureKinds(History history) {
        this.history = history;
        this.day = history.yesterday();
    }

    List<Clue> clues() {
        return history.all(Kinds.FAILURES).stream()
                .flatMap(kind -> clue(kind).stream())
                .toList();
    }

    private Optional<Clue> clue(Series kind) {
        int slash = kind.entity().lastIndexOf('/');
        String model = kind.entity().substring(0, Math.max(0, slash));
        Series failures = history.of(Kinds.ERRORS, model);
        int from = Math.max(0, day - BACK);
        Shares shares = new Shares(kind.day(day), failures.day(day), kind.days(from, day), failures.days(from, day));
        return shares.difference() > 0 && shares.differ(LEAST_SHIFT, LEAST_FAILURES)
                ? Optional.of(clue(kind.entity(), model, shares))
                : Optional.empty();
    }

    private Clue clue(String entity, String model, Shares shares) {
        String status = entity.substring(model.length() + 1);
        String description = Words.percent(shares.now()) + " of the failed calls of " + Words.quoted(model)
                + " had the status " + status + " on " + history.date(day) + ", usually "
                + Words.percent(shares.before()) + ".";
        return new Clue(
                DOMAIN,
                entity,
                new Clue.Text(description, why(status), history.date(day), history.date(day)),
                shares.difference(),
                new Grade(0.75, 0.6, Severity.P3),
                List.of(new Evidence("llm_analytics", description, model)));
    }

    private static String why(String status) {
        return switch (status) {
            case "429" -> "More is asked of the provider than it allows.";
            case "4xx" -> "The calls themselves are wrong: a key, a model's name or what is sent.";
            case "5xx" -> "The provider has trouble.";
            default -> null;
        };
    }
}
