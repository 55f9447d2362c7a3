package dev.sightline.observability.event;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Measures a piece of work by the clock, by this process's processor time and by that of the Postgres beside it. */
public final class Figure {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int TICKS = 100;
    private static final String ANY_CHILD = "select pg_backend_pid()";

    private final ProcessHandle postmaster;

    /** Finds the Postgres that a data source leads to, which must run on this machine. */
    public Figure(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet child = statement.executeQuery(ANY_CHILD)) {
            child.next();
            postmaster = ProcessHandle.of(child.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    /** Work that may fail. */
    public interface Work {
        void run() throws Exception;
    }

    /** Does the work, which is so many things, and prints what it took. */
    public void print(String what, int count, Work work) throws Exception {
        long start = System.nanoTime();
        long own = PROCESS.getProcessCpuTime();
        double postgres = postgres();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "BENCH %-32s %,9.0f/s  %6.1f s  processor: %5.1f us here, %5.1f us in Postgres each%n",
                what,
                count / seconds,
                seconds,
                (PROCESS.getProcessCpuTime() - own) / 1e3 / count,
                (postgres() - postgres) * 1e6 / count);
    }

    /** Seconds of processor time of the Postgres, its ended children included. */
    private double postgres() {
        try (Stream<ProcessHandle> children = postmaster.children()) {
            return seconds(postmaster, 4)
                    + children.mapToDouble(child -> seconds(child, 2)).sum();
        }
    }

    /** The first of user, system and the same two of ended children. */
    private static double seconds(ProcessHandle process, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] all = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(all)
                            .skip(11)
                            .limit(fields)
                            .mapToDouble(Double::parseDouble)
                            .sum()
                    / TICKS;
        } catch (IOException e) {
            return 0;
        }
    }
}
