package dev.sightline.vision.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Makes estimates. */
@ApplicationScoped
class Estimates {

    private final EligibleSessions sessions;
    private final BoundedQueries queries;
    private final EstimateConfig config;
    private final Clock clock;

    Estimates(EligibleSessions sessions, BoundedQueries queries, EstimateConfig config, Clock clock) {
        this.sessions = sessions;
        this.queries = queries;
        this.config = config;
        this.clock = clock;
    }

    /** What is asked: sessions of a project, and the share of them. */
    record Question(int projectId, JsonNode query, double samplingRate) {}

    Uni<Estimate> answer(Question question, Duration budget) {
        Instant now = clock.instant();
        Where where = sessions.of(question.projectId(), question.query());
        String since = where.bind(Rows.parameter(now.minus(Duration.ofDays(config.windowDays()))));
        String sql = "select count(*) as matched, (select min(e.start_time) from recording_session e"
                + " where e.project_id = $1 and e.start_time >= " + since + ") as earliest"
                + " from recording_session s where " + where.sql() + " and s.start_time >= " + since;
        Estimate.Terms terms = new Estimate.Terms(question.samplingRate(), config.windowDays());
        return queries.run(sql, where.values(), budget)
                .map(rows -> rows.iterator().next())
                .map(row -> estimate(row, now, terms));
    }

    private static Estimate estimate(Row row, Instant now, Estimate.Terms terms) {
        return Estimate.of(row.getLong("matched"), Rows.instant(row, "earliest"), now, terms);
    }
}
