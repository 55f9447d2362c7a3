package dev.sightline.observability.event;

import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
import dev.sightline.sql.Where;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Which events a list shows: of a name, of a person, between two times, and only the last day's where no time is given.
 * What the reference filters by and is not kept here is a 400 rather than a list that pretends to be filtered.
 */
final class EventFilter {

    private static final List<String> NOT_EVALUATED = List.of("properties", "person_id", "where", "select");

    private final Filters parameters;

    private EventFilter(Filters parameters) {
        this.parameters = parameters;
    }

    static Where of(UriInfo uri, int projectId, Instant now) {
        return new EventFilter(Filters.of(uri)).where(Where.project("e", projectId), now);
    }

    private Where where(Where where, Instant now) {
        NOT_EVALUATED.forEach(this::refuse);
        OffsetDateTime after = utc(parameters.instant("after"))
                .orElse(now.atOffset(ZoneOffset.UTC).minusDays(1));
        where.and("e.timestamp > ?", after).and("e.day >= ?", after.toLocalDate());
        utc(parameters.instant("before"))
                .ifPresent(before -> where.and("e.timestamp < ?", before).and("e.day <= ?", before.toLocalDate()));
        parameters.text("event").ifPresent(name -> where.and("e.event = ?", name));
        parameters.text("distinct_id").ifPresent(id -> where.and("e.distinct_id = ?", id));
        return where;
    }

    private static Optional<OffsetDateTime> utc(Optional<Instant> moment) {
        return moment.map(at -> at.atOffset(ZoneOffset.UTC));
    }

    private void refuse(String name) {
        if (parameters.text(name).isPresent()) {
            throw ApiException.invalid(name, "This filter is not supported by the list of events.");
        }
    }
}
