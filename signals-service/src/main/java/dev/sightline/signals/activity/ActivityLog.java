package dev.sightline.signals.activity;

import dev.sightline.messaging.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Logs what people change, in the transaction that changes it. */
@ApplicationScoped
public class ActivityLog {

    private final Outbox outbox;
    private final Clock clock;

    ActivityLog(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Void> append(SqlClient tx, Activity activity, Actor by) {
        return outbox.append(tx, List.of(activity.by(by, clock.instant())));
    }

    /** The same in the transaction of a session. */
    public Uni<Void> append(Mutiny.Session session, Activity activity, Actor by) {
        return outbox.append(session, List.of(activity.by(by, clock.instant())));
    }
}
