package dev.sightline.vision.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.sql.Where;
import dev.sightline.vision.filter.InvalidSessionFilter;
import dev.sightline.vision.filter.Period;
import dev.sightline.vision.filter.SessionFilter;
import dev.sightline.vision.filter.SessionFilters;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Which recordings a list shows: those of a recordings query that have not expired. */
@ApplicationScoped
class RecordingFilter {

    private final SessionFilters filters;

    RecordingFilter(SessionFilters filters) {
        this.filters = filters;
    }

    /** A condition over {@code recording_session s}; a 400 on the member of the query that is wrong. */
    Uni<Where> of(int projectId, ObjectNode query) {
        return Multi.createFrom()
                .iterable(query.properties())
                .onItem()
                .transformToUniAndConcatenate(this::check)
                .onItem()
                .ignoreAsUni()
                .map(checked -> where(projectId, query));
    }

    private Uni<Void> check(Map.Entry<String, JsonNode> member) {
        return Uni.createFrom()
                .deferred(() -> filters.check(read(member)))
                .onFailure(InvalidSessionFilter.class)
                .transform(failure -> failure.at(member.getKey()));
    }

    private static SessionFilter read(Map.Entry<String, JsonNode> member) {
        ObjectNode alone = JsonNodeFactory.instance.objectNode().set(member.getKey(), member.getValue());
        Period.read(alone);
        return SessionFilter.read(alone);
    }

    private Where where(int projectId, ObjectNode query) {
        Where where = Where.project("s", projectId).and(RecordingQueries.VISIBLE);
        try {
            filters.read(projectId, query).restrict(where);
        } catch (InvalidSessionFilter e) {
            throw e.at("properties");
        }
        return Period.read(query).restrict(where);
    }
}
