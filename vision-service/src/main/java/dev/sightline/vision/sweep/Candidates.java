package dev.sightline.vision.sweep;

import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Searches the sessions a scanner has not looked at yet. */
@ApplicationScoped
class Candidates {

    private final EligibleSessions sessions;
    private final BoundedQueries queries;

    Candidates(EligibleSessions sessions, BoundedQueries queries) {
        this.sessions = sessions;
        this.queries = queries;
    }

    /** The first sessions behind the watermark that have settled, at most so many. */
    Uni<Batch> find(SweptScanner scanner, int limit, Instant cutoff, SweepConfig config) {
        Where where = where(scanner, cutoff, config);
        String sql = "select s.session_id, s.end_time from recording_session s where " + where.sql()
                + " order by s.end_time, s.session_id limit " + where.bind((long) limit);
        return queries.run(sql, where.values(), config.budget())
                .map(rows -> Rows.list(
                        rows, row -> new Candidate(row.getString("session_id"), Rows.instant(row, "end_time"))))
                .map(found -> new Batch(found, limit, cutoff));
    }

    private Where where(SweptScanner scanner, Instant cutoff, SweepConfig config) {
        Where where = sessions.of(scanner.key().projectId(), scanner.query());
        behind(where, scanner.watermark());
        OffsetDateTime oldest = Rows.parameter(scanner.watermark().end().minus(config.lookBack()));
        return where.and("s.end_time <= ?", Rows.parameter(cutoff))
                .and("s.start_time > ?", oldest)
                .and("length(s.session_id) <= ?", config.maxSessionId())
                .and(
                        "sample_draw(s.session_id, " + where.bind(scanner.key().id()) + ") < ?",
                        Sample.of(scanner.samplingRate()).below());
    }

    private static void behind(Where where, Watermark watermark) {
        OffsetDateTime end = Rows.parameter(watermark.end());
        if (watermark.sessionId() == null) {
            where.and("s.end_time > ?", end);
        } else {
            where.and("(s.end_time, s.session_id) > (" + where.bind(end) + ", ?)", watermark.sessionId());
        }
    }
}
