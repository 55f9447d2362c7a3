package dev.sightline.vision.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.sql.Where;
import java.util.Optional;

/** When sessions began, from {@code date_from} to {@code date_to} of a recordings query; a day counts as a whole. */
public record Period(Optional<Moment> from, Optional<Moment> to) {

    /**
     * The period of a recordings query; open where it does not say.
     *
     * @throws InvalidSessionFilter if a date is none
     */
    public static Period read(JsonNode query) {
        return new Period(moment(query.path("date_from")), moment(query.path("date_to")));
    }

    private static Optional<Moment> moment(JsonNode date) {
        return date.isTextual() ? Optional.of(Moment.read(date.textValue())) : Optional.empty();
    }

    /** Adds the condition to a query over {@code recording_session s}. */
    public Where restrict(Where where) {
        from.ifPresent(moment ->
                where.and("s.start_time >= " + moment.span(where, false).from()));
        to.ifPresent(moment ->
                where.and("s.start_time < " + moment.span(where, false).to()));
        return where;
    }
}
