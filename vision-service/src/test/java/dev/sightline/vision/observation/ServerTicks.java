package dev.sightline.vision.observation;

import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long the server processes of a database have worked: what a busy machine disturbs less than the clock. */
final class ServerTicks {

    private static final double TICK_MS = 10;

    private final Pool pool;

    ServerTicks(Pool pool) {
        this.pool = pool;
    }

    double milliseconds() {
        return TICK_MS
                * Rows.list(
                                pool.query("select pid from pg_stat_activity where datname = current_database()")
                                        .execute()
                                        .await()
                                        .indefinitely(),
                                row -> row.getInteger(0))
                        .stream()
                        .mapToLong(ServerTicks::of)
                        .sum();
    }

    private static long of(int pid) {
        try {
            String[] stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"))
                    .split(" ");
            return Long.parseLong(stat[13]) + Long.parseLong(stat[14]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
