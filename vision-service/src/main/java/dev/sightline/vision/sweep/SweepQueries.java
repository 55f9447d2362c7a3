package dev.sightline.vision.sweep;

/** The SQL of sweeps. */
final class SweepQueries {

    private SweepQueries() {}

    /** Works across projects on purpose: the schedule is the house's own. A claimed scanner's turn is over for all. */
    static final String CLAIM = "update scanner set next_sweep_at = $2"
            + " where (project_id, id) in (select project_id, id from scanner"
            + " where enabled and next_sweep_at <= $1 order by next_sweep_at limit 1 for update skip locked)"
            + " returning " + SweptScanner.COLUMNS;

    /** The scanner, if nothing has happened to it since it was claimed. */
    static final String LOCK_UNCHANGED = """
            select 1
              from scanner
             where project_id = $1 and id = $2 and enabled and scanner_version = $3
               and last_swept_at = $4 and last_swept_session_id is not distinct from $5
               for no key update
            """;

    static final String ADVANCE = """
            update scanner set last_swept_at = $3, last_swept_session_id = $4 where project_id = $1 and id = $2
            """;

    static final String IN_FLIGHT = """
            select count(*) as project, count(*) filter (where scanner_id = $2) as scanner
              from observation
             where project_id = $1 and status in ('pending', 'running')
            """;
}
