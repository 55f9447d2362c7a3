package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.run.Finding;
import dev.sightline.signals.scout.run.Severity;
import java.time.LocalDate;
import java.util.List;

/**
 * Something unusual.
 *
 * @param domain what kind of thing is unusual, for example {@code llm.cost}
 * @param entity which thing: a model, a scanner, a report
 * @param text what people are told
 * @param strength how unusual, in a measure of the domain: more is worse
 * @param grade how sure and how bad it is
 */
public record Clue(
        String domain, String entity, Text text, double strength, Grade grade, List<Finding.Evidence> evidence) {

    /** Below this nothing is emitted (spec/scouts.md 7.7). */
    public static final double EMIT_FROM = 0.65;

    /** The number first, then what may be behind it, and the days it is about. */
    public record Text(String description, String hypothesis, LocalDate from, LocalDate to) {}

    /** How sure it is real, how much attention it deserves, how bad it is. */
    public record Grade(double confidence, double weight, Severity severity) {

        /** The same, no surer than this. */
        public Grade atMost(double most) {
            return new Grade(Math.min(confidence, most), weight, severity);
        }
    }

    /** Names the thing, never a day or a run: the key of its note. */
    public String key() {
        return domain + ":" + entity;
    }

    /** Whether it is sure enough to be told. */
    public boolean certain() {
        return grade.confidence() >= EMIT_FROM;
    }

    /** As it is emitted. */
    public Finding finding() {
        return new Finding(
                text.description(),
                grade.weight(),
                grade.confidence(),
                evidence,
                text.hypothesis(),
                grade.severity(),
                List.of(cut(key(), 300)),
                new Finding.Period(text.from().toString(), text.to().toString()),
                null,
                cut(domain + ":" + entity, 80) + ":" + text.to());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
