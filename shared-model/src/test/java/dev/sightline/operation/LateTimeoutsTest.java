package dev.sightline.operation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LateTimeoutsTest {

    private static final StackTraceElement POOL =
            new StackTraceElement("io.vertx.sqlclient.impl.pool.SqlConnectionPool", "execute", null, 1);
    private static final StackTraceElement OWN = new StackTraceElement("dev.sightline.Any", "call", null, 1);

    @Test
    void onlyThoseOfThePoolAreLeftOut() {
        assertFalse(shown(new IllegalStateException("Result is already complete"), POOL));
        assertTrue(shown(new IllegalStateException("Result is already complete"), OWN));
        assertTrue(shown(new IllegalStateException("Something else"), POOL));
        assertTrue(shown(new IllegalArgumentException("Result is already complete"), POOL));
        assertTrue(new LateTimeouts().isLoggable(new LogRecord(Level.SEVERE, "without a cause")));
    }

    private static boolean shown(RuntimeException failure, StackTraceElement place) {
        failure.setStackTrace(new StackTraceElement[] {OWN, place});
        LogRecord line = new LogRecord(Level.SEVERE, "Uncaught exception received by Vert.x");
        line.setThrown(failure);
        return new LateTimeouts().isLoggable(line);
    }
}
