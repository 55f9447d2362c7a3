package dev.sightline.vision.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Project;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;

/** Filters of a project, and what only the database can tell of them. */
@ApplicationScoped
public class SessionFilters {

    private static final String TRY = "select count(*) from unnest($1::text[]) as t (expression) where '' ~ expression";
    private static final String INVALID_EXPRESSION = "2201B";

    private final Pool pool;

    private final Directory directory;

    SessionFilters(Pool pool, Directory directory) {
        this.pool = pool;
        this.directory = directory;
    }

    /**
     * The filter of a recordings query, without the project's own people if it asks for that.
     *
     * @throws InvalidSessionFilter if it is none, or asks for what cannot be evaluated
     */
    public SessionFilter read(int projectId, JsonNode query) {
        JsonNode own =
                directory.project(projectId).map(Project::testAccountFilters).orElse(null);
        return SessionFilter.read(query).withoutTestAccounts(own);
    }

    /** Fails with {@link InvalidSessionFilter} if an expression of the filter is none. */
    public Uni<Void> check(SessionFilter filter) {
        String[] expressions = filter.expressions().toArray(String[]::new);
        if (expressions.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(TRY)
                .execute(Tuple.of(expressions))
                .replaceWithVoid()
                .onFailure(SessionFilters::saysInvalid)
                .transform(e -> new InvalidSessionFilter("A regular expression cannot be read."));
    }

    private static boolean saysInvalid(Throwable failure) {
        return failure instanceof PgException e && INVALID_EXPRESSION.equals(e.getSqlState());
    }
}
