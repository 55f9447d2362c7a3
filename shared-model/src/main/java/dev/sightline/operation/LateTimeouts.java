package dev.sightline.operation;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/**
 * Leaves out of the log what the database client says of every query that failed because the database was away: that its
 * timeout, half a minute later, finds it ended (vertx-sql-client, issue 1706). The failure itself was told when it happened.
 */
@LoggingFilter(name = "late-timeouts")
public final class LateTimeouts implements Filter {

    private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

    @Override
    public boolean isLoggable(LogRecord line) {
        return !(line.getThrown() instanceof IllegalStateException late && isOfThePool(late));
    }

    private static boolean isOfThePool(Throwable late) {
        return "Result is already complete".equals(late.getMessage())
                && Stream.of(late.getStackTrace())
                        .anyMatch(call -> call.getClassName().equals(POOL));
    }
}
