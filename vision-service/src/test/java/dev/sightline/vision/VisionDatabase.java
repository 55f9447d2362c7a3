package dev.sightline.vision;

import dev.sightline.testing.TestServers;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** The service's tables in a real Postgres without the service, for laws and SQL: one database a JVM. */
public final class VisionDatabase {

    private static final String NAME = "vision_tables";
    private static final AtomicInteger PROJECTS = new AtomicInteger(1);

    private VisionDatabase() {}

    private static final class Holder {
        static final Pool POOL = open();
    }

    public static Pool pool() {
        return Holder.POOL;
    }

    /** A project id nobody else uses. */
    public static int newProjectId() {
        return PROJECTS.getAndIncrement();
    }

    private static Pool open() {
        String url = TestServers.get().database(NAME);
        Flyway.configure()
                .dataSource("jdbc:" + url, NAME, NAME)
                .locations("db/shared", "db/migration")
                .load()
                .migrate();
        return pool(options(), 8);
    }

    private static PgConnectOptions options() {
        String url = TestServers.get().database(NAME);
        return PgConnectOptions.fromUri(url).setUser(NAME).setPassword(NAME);
    }

    private static Pool pool(PgConnectOptions options, int connections) {
        return Pool.newInstance(PgBuilder.pool()
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(connections))
                .build());
    }

    /** One connection with a setting of its own. */
    public static Pool connectionWith(String setting, String value) {
        pool();
        return pool(options().addProperty(setting, value), 1);
    }
}
