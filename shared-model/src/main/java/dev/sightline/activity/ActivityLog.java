package dev.sightline.activity;

import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxMessage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Logs what changes, in the transaction that changes it: one message for each thing. */
@ApplicationScoped
public class ActivityLog {

    private final Outbox outbox;
    private final Clock clock;

    ActivityLog(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Void> append(SqlClient tx, Activity activity, Actor by) {
        return outbox.append(tx, messages(List.of(activity), by));
    }

    /** The same in the transaction of a session. */
    public Uni<Void> append(Mutiny.Session session, Activity activity, Actor by) {
        return append(session, List.of(activity), by);
    }

    /** What one request does to several things, in one statement. */
    public Uni<Void> append(Mutiny.Session session, List<Activity> activities, Actor by) {
        return outbox.append(session, messages(activities, by));
    }

    private List<OutboxMessage> messages(List<Activity> activities, Actor by) {
        Instant now = clock.instant();
        return activities.stream().map(activity -> activity.by(by, now)).toList();
    }
}
