package dev.sightline.signals.processing;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A moment from which work is measured: the wall clock, the processor time of this JVM (service, broker and load
 * generator together) and that of the database's processes.
 */
public record Work(Pool pool, long nanos, Duration jvm, Duration database, long commits) {

    public static Work now(Pool pool) {
        return new Work(pool, System.nanoTime(), jvmTime(), databaseTime(pool), commits(pool));
    }

    public void report(String what, int signals) {
        double seconds = (System.nanoTime() - nanos) / 1e9;
        double jvmMicros = jvmTime().minus(jvm).toNanos() / 1e3 / signals;
        double databaseMicros = databaseTime(pool).minus(database).toNanos() / 1e3 / signals;
        System.out.printf(
                "BENCH %s: %d in %.1f s, %.0f/s; processor time of one: JVM %.0f us, database %.0f us; commits %d%n",
                what, signals, seconds, signals / seconds, jvmMicros, databaseMicros, commits(pool) - commits);
    }

    private static Duration jvmTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static long commits(Pool pool) {
        return scalar(pool, "select xact_commit from pg_stat_database where datname = current_database()");
    }

    private static long scalar(Pool pool, String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private static Duration databaseTime(Pool pool) {
        long backend = scalar(pool, "select pg_backend_pid()");
        ProcessHandle postmaster =
                ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.children())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
