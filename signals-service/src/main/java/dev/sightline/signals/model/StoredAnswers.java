package dev.sightline.signals.model;

import dev.sightline.signals.pipeline.AnswerStore;
import dev.sightline.sql.Rows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The answers of the last day. They save a model's work but are nobody's truth: where the database does not give or take
 * one, the model is asked.
 */
@ApplicationScoped
class StoredAnswers {

    private static final Logger LOG = Logger.getLogger(StoredAnswers.class);

    private static final String FIND = "select answer from model_answer where project_id = $1 and question = $2";

    private static final String KEEP = """
            insert into model_answer (project_id, question, answer, answered_at) values ($1, $2, $3, now())
            on conflict (project_id, question) do update set
                answer = excluded.answer,
                answered_at = excluded.answered_at""";

    private static final String FORGET = "delete from model_answer where answered_at < now() - interval '1 day'";

    private final Pool pool;

    StoredAnswers(Pool pool) {
        this.pool = pool;
    }

    /** Those of a project. Answers come on a worker thread. */
    AnswerStore of(int projectId) {
        return new OfProject(projectId);
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return pool.query(FORGET).execute().replaceWithVoid();
    }

    private final class OfProject implements AnswerStore {

        private final int projectId;

        private OfProject(int projectId) {
            this.projectId = projectId;
        }

        @Override
        public Uni<Optional<String>> find(String question) {
            return pool.preparedQuery(FIND)
                    .execute(Tuple.of(projectId, question))
                    .map(rows -> Rows.first(rows, row -> row.getString("answer")))
                    .onFailure()
                    .invoke(failure -> LOG.infof("Answer not read cause=%s", failure))
                    .onFailure()
                    .recoverWithItem(Optional.empty())
                    .emitOn(Infrastructure.getDefaultWorkerPool());
        }

        @Override
        public Uni<Void> keep(String question, String answer) {
            return pool.preparedQuery(KEEP)
                    .execute(Tuple.of(projectId, question, answer))
                    .replaceWithVoid()
                    .onFailure()
                    .invoke(failure -> LOG.infof("Answer not kept cause=%s", failure))
                    .onFailure()
                    .recoverWithNull()
                    .emitOn(Infrastructure.getDefaultWorkerPool());
        }
    }
}
