package dev.sightline.vision.observation;

import io.vertx.mutiny.sqlclient.Pool;
import java.util.UUID;

/** A trigger that makes the database refuse what one project does to a table, as it refuses what comes in its way. */
public final class Obstacle {

    private final Pool pool;
    private final String table;
    private final String name = "obstacle_" + UUID.randomUUID().toString().replace('-', '_');

    private Obstacle(Pool pool, String table) {
        this.pool = pool;
        this.table = table;
    }

    /**
     * Stands in the way until {@link #during} is over.
     *
     * @param what as in {@code insert on observation}
     * @param times after so many refusals it lets everything through
     */
    public static Obstacle to(Pool pool, int projectId, String what, int times) {
        Obstacle made = new Obstacle(pool, what.substring(what.lastIndexOf(' ') + 1));
        made.run("create sequence " + made.name);
        made.run("create function " + made.name + "() returns trigger language plpgsql as $$ begin"
                + " if new.project_id = " + projectId + " and nextval('" + made.name + "') <= " + times
                + " then raise exception 'obstacle' using errcode = 'serialization_failure'; end if;"
                + " return new; end $$");
        made.run("create trigger " + made.name + " before " + what + " for each row execute function " + made.name
                + "()");
        return made;
    }

    public void during(Runnable what) {
        try {
            what.run();
        } finally {
            run("drop trigger " + name + " on " + table);
            run("drop function " + name + "()");
            run("drop sequence " + name);
        }
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
