package dev.sightline.observability.evaluation;

import dev.sightline.activity.Actor;
import dev.sightline.api.ApiException;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Stores evaluations, each change in a transaction of its own. */
@ApplicationScoped
class EvaluationWrites {

    private final EvaluationRepository repository;
    private final EnableGuard guard;
    private final EvaluationLog log;
    private final Clock clock;

    EvaluationWrites(EvaluationRepository repository, EnableGuard guard, EvaluationLog log, Clock clock) {
        this.repository = repository;
        this.guard = guard;
        this.log = log;
        this.clock = clock;
    }

    @WithTransaction
    Uni<UUID> create(int projectId, Actor creator, CreateEvaluation body, Criteria criteria) {
        EvaluationEntity row = new EvaluationEntity();
        row.id = UuidV7.next();
        row.projectId = projectId;
        row.name = body.name();
        row.description = body.description();
        row.deleted = body.deleted();
        row.createdBy = creator.userId();
        row.createdAt = Timestamps.micros(clock.instant());
        row.judgeBy(criteria);
        row.when(body.conditions());
        row.use(body.modelConfiguration());
        row.stand(Standing.of(body.enabled()));
        row.savedAt(row.createdAt);
        return repository
                .persistAndFlush(row)
                .call(saved -> log.created(saved, creator))
                .replaceWith(row.id);
    }

    @WithTransaction
    Uni<Void> change(int projectId, UUID id, PatchEvaluation body, Actor actor) {
        return repository
                .lock(projectId, id)
                .onItem()
                .ifNull()
                .failWith(ApiException::notFound)
                .flatMap(row -> change(row, body, actor));
    }

    private Uni<Void> change(EvaluationEntity stored, PatchEvaluation body, Actor actor) {
        Map<String, Object> before = EvaluationLog.fields(stored);
        return Uni.createFrom()
                .item(stored)
                .invoke(row -> new EvaluationChange(body).applyTo(row))
                .call(row -> enable(row, body))
                .invoke(row -> row.savedAt(Timestamps.micros(clock.instant())))
                .call(repository::flush)
                .flatMap(row -> log.updated(before, row, actor));
    }

    private Uni<Void> enable(EvaluationEntity row, PatchEvaluation body) {
        return body.enabled().present()
                ? guard.enable(row, body.enabled().value())
                : Uni.createFrom().voidItem();
    }
}
