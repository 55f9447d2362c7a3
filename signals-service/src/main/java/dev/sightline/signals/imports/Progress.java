package dev.sightline.signals.imports;

import dev.sightline.event.SignalEmitted;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.signals.sourceconfig.Imports;
import dev.sightline.signals.sourceconfig.Imports.Claim;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** How far the issues of repositories have been read. */
@ApplicationScoped
class Progress {

    /** $3 how far the first import looks back, in milliseconds. */
    private static final String READ = """
            select coalesce(i.since, date_trunc('second', now() - $3 * interval '1 ms')) as since, i.etag
            from (values (1)) as always
            left join repository_import i on i.project_id = $1 and i.repository = $2""";

    private static final String SAVE = """
            insert into repository_import (project_id, repository, since, etag) values ($1, $2, $3, $4)
            on conflict (project_id, repository) do update set since = excluded.since, etag = excluded.etag""";

    private final Pool pool;
    private final Imports imports;
    private final Outbox outbox;
    private final ImportConfig config;

    Progress(Pool pool, Imports imports, Outbox outbox, ImportConfig config) {
        this.pool = pool;
        this.imports = imports;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * @param since when the newest issue known was created; issues from then on are asked for
     * @param etag of the answer to exactly that question, null if it was not asked yet
     */
    record Mark(Instant since, String etag) {}

    /** How far a repository was read; for one that was not read before, how far the first import looks back. */
    Uni<Mark> of(int projectId, String repository) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(projectId, repository, config.lookBack().toMillis()))
                .map(rows -> Rows.first(rows, row -> new Mark(Rows.instant(row, "since"), row.getString("etag")))
                        .orElseThrow());
    }

    /** What an import came to: signals to emit, and where the next one begins. */
    record Step(List<SignalEmitted> signals, Mark mark) {}

    /** Emits and remembers together; fails, and does neither, if the import is another replica's by now. */
    Uni<Void> store(Claim claim, String repository, Step step) {
        Tuple mark = Tuple.of(
                claim.projectId(),
                repository,
                Rows.parameter(step.mark().since()),
                step.mark().etag());
        return pool.withTransaction(tx -> imports.keep(tx, claim, config.lease())
                .flatMap(kept -> outbox.append(tx, messages(step)))
                .flatMap(appended -> tx.preparedQuery(SAVE).execute(mark))
                .replaceWithVoid());
    }

    private static List<OutboxMessage> messages(Step step) {
        return step.signals().stream()
                .map(signal -> OutboxMessage.of(String.valueOf(signal.projectId()), signal))
                .toList();
    }
}
