package dev.sightline.observability.evaluation;

import dev.sightline.observability.evaluation.key.KeyUse;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What becomes of evaluations when the key they are pinned to goes (spec/observability.md 3.4). */
@ApplicationScoped
class PinnedEvaluations implements KeyUse {

    private static final String GONE = "The provider key of this evaluation was deleted.";

    private final EvaluationRepository repository;
    private final EvaluationLog log;
    private final Clock clock;

    PinnedEvaluations(EvaluationRepository repository, EvaluationLog log, Clock clock) {
        this.repository = repository;
        this.log = log;
        this.clock = clock;
    }

    /** Those that run fail; paused ones stay paused and failed ones keep their reason. */
    @Override
    public Uni<Void> deleted(int projectId, UUID keyId) {
        List<EvaluationEntity> failed = new ArrayList<>();
        return change(projectId, keyId, row -> {
                    if (row.standing() instanceof Standing.Active active) {
                        row.stand(active.failed(StatusReason.PROVIDER_KEY_DELETED, GONE));
                        failed.add(row);
                    }
                })
                .chain(() -> log.switchedOff(failed));
    }

    @Override
    public Uni<Void> replaced(int projectId, UUID keyId, UUID replacement) {
        return change(projectId, keyId, row -> row.providerKeyId = replacement);
    }

    private Uni<Void> change(int projectId, UUID keyId, Consumer<EvaluationEntity> change) {
        return repository
                .lockPinnedTo(projectId, keyId)
                .invoke(rows -> rows.forEach(change.andThen(row -> row.savedAt(Timestamps.micros(clock.instant())))))
                .chain(repository::flush);
    }
}
