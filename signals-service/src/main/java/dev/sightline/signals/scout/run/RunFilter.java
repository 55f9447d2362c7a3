package dev.sightline.signals.scout.run;

import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
import dev.sightline.signals.scout.Limits;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * Which runs are listed (spec/scouts.md 6.2); all conditions hold at once.
 *
 * @param from created at this time or later
 * @param to created before this time
 * @param text somewhere in the summary, taken literally
 * @param emitted whether the run emitted anything
 */
public record RunFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> text,
        Optional<Boolean> emitted,
        Optional<String> skillName,
        Optional<Integer> skillVersion,
        int limit) {

    static RunFilter of(UriInfo uri) {
        Filters filters = Filters.of(uri);
        return new RunFilter(
                filters.instant("date_from"),
                filters.instant("date_to"),
                text(uri, filters),
                filters.text("emitted").filter("null"::equals).isPresent() ? Optional.empty() : filters.bool("emitted"),
                filters.text("skill_name"),
                filters.integer("skill_version"),
                Limits.of(filters));
    }

    /** The newest runs whose summary holds a text, for those that look back. */
    public static RunFilter latest(Optional<String> skillName, Optional<String> text, int limit) {
        return new RunFilter(
                Optional.empty(), Optional.empty(), text, Optional.empty(), skillName, Optional.empty(), limit);
    }

    private static Optional<String> text(UriInfo uri, Filters filters) {
        Optional<String> text = filters.text("text");
        if (text.isEmpty() && uri.getQueryParameters().containsKey("text")) {
            throw ApiException.invalid("text", "blank", "This field may not be blank.");
        }
        return text;
    }

    Where where(int projectId) {
        Where where = Where.project(projectId);
        from.ifPresent(at -> where.and("created_at >= ?", Rows.parameter(at)));
        to.ifPresent(at -> where.and("created_at < ?", Rows.parameter(at)));
        text.ifPresent(words -> where.and("summary ilike ?", Where.containing(words)));
        emitted.ifPresent(some -> where.and(some ? "emitted_count > 0" : "emitted_count = 0"));
        skillName.ifPresent(name -> where.and("skill_name = ?", name));
        skillVersion.ifPresent(version -> where.and("skill_version = ?", version));
        return where;
    }
}
