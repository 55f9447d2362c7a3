package dev.sightline.messaging;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a failure of the message from a failure of what lies underneath. */
public final class Failures {

    private static final int DEEPEST_CAUSE = 20;

    /**
     * Classes of SQL states (PostgreSQL manual, appendix A) that speak of the server and not of the statement: connection,
     * invalid transaction state (a standby that is still read-only), not let in (a password that was changed), database not
     * there, rolled back by concurrency, out of resources, object in use, intervention by an operator, system.
     */
    private static final Set<String> SQL_STATE_CLASSES = Set.of("08", "25", "28", "3D", "40", "53", "55", "57", "58");

    private static final Set<Class<? extends Throwable>> INFRASTRUCTURE = Set.of(
            RetryLaterException.class,
            TimeoutException.class,
            io.smallrye.mutiny.TimeoutException.class,
            SocketException.class,
            UnknownHostException.class,
            VertxException.class,
            // What the database client says of a connection that closed under it.
            NoStackTraceThrowable.class,
            RetriableException.class,
            // The broker does not know the password, or not yet.
            AuthenticationException.class,
            BrokerUnavailableException.class,
            OptimisticLockException.class);

    private Failures() {}

    /** Whether the same attempt may well succeed later. */
    public static boolean isTransient(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(Failures::speaksOfInfrastructure);
    }

    private static boolean speaksOfInfrastructure(Throwable failure) {
        return failure instanceof PgException refused
                ? speaksOfServer(refused.getSqlState())
                : INFRASTRUCTURE.stream().anyMatch(kind -> kind.isInstance(failure));
    }

    private static boolean speaksOfServer(String sqlState) {
        return sqlState != null && sqlState.length() == 5 && SQL_STATE_CLASSES.contains(sqlState.substring(0, 2));
    }
}
