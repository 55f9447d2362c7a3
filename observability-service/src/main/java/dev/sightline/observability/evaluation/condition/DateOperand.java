package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.time.Timestamps;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The date a filter compares with: a datetime, a date, or so long before the filter was saved.
 *
 * @param end the first instant after it; for a datetime that is its own
 */
record DateOperand(Instant start, Instant end) {

    private static final Pattern RELATIVE = Pattern.compile("-(\\d{1,5})([hdwmqyM])");

    private static final Map<String, Step> STEPS = Map.of(
            "M", new Step(1, ChronoUnit.MINUTES),
            "h", new Step(1, ChronoUnit.HOURS),
            "d", new Step(1, ChronoUnit.DAYS),
            "w", new Step(1, ChronoUnit.WEEKS),
            "m", new Step(1, ChronoUnit.MONTHS),
            "q", new Step(3, ChronoUnit.MONTHS),
            "y", new Step(1, ChronoUnit.YEARS));

    private record Step(int times, ChronoUnit unit) {}

    static DateOperand of(JsonNode operand, SaveTime saved) {
        String text = Operands.text(operand).trim();
        return relative(text, saved)
                .or(() -> Timestamps.parse(text))
                .map(at -> new DateOperand(at, at))
                .or(() -> Dates.day(text, saved).map(start -> wholeDay(start, saved)))
                .orElseThrow(() -> Operands.unfit("This is neither a date nor a relative one such as -7d."));
    }

    private static Optional<Instant> relative(String text, SaveTime saved) {
        Matcher matcher = RELATIVE.matcher(text);
        return matcher.matches()
                ? Optional.of(back(saved, Integer.parseInt(matcher.group(1)), STEPS.get(matcher.group(2))))
                : Optional.empty();
    }

    private static Instant back(SaveTime saved, int count, Step step) {
        ZonedDateTime now = saved.at().atZone(saved.zone());
        return now.minus((long) count * step.times(), step.unit()).toInstant();
    }

    private static DateOperand wholeDay(Instant start, SaveTime saved) {
        return new DateOperand(start, start.atZone(saved.zone()).plusDays(1).toInstant());
    }

    boolean holds(Instant at) {
        return at.equals(start) || (at.isAfter(start) && at.isBefore(end));
    }
}
