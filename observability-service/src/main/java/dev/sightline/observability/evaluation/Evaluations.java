package dev.sightline.observability.evaluation;

import dev.sightline.activity.Actor;
import dev.sightline.api.ApiException;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Project;
import dev.sightline.observability.evaluation.condition.ConditionSet;
import dev.sightline.observability.evaluation.condition.Conditions;
import dev.sightline.observability.evaluation.condition.SaveTime;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What the API does with evaluations. Deleting is a flag: lists and retrieval hide it, a change reaches it. */
@ApplicationScoped
class Evaluations {

    private final EvaluationCatalogue catalogue;
    private final EvaluationWrites writes;
    private final ModelRules models;
    private final Directory directory;
    private final Clock clock;

    Evaluations(
            EvaluationCatalogue catalogue,
            EvaluationWrites writes,
            ModelRules models,
            Directory directory,
            Clock clock) {
        this.catalogue = catalogue;
        this.writes = writes;
        this.models = models;
        this.directory = directory;
        this.clock = clock;
    }

    Uni<Page<EvaluationView>> list(int projectId, EvaluationFilter filter, PageRequest page) {
        Where where = filter.where(projectId);
        return catalogue.count(where).chain(count -> catalogue
                .list(where, filter.orderBy(), page.limit(), page.offset())
                .map(rows -> page.page(count, rows.stream().map(this::view).toList())));
    }

    Uni<EvaluationView> find(int projectId, UUID id) {
        return catalogue.find(projectId, id).map(found -> found.filter(
                        row -> !row.state().deleted())
                .map(this::view)
                .orElseThrow(ApiException::notFound));
    }

    Uni<EvaluationView> create(int projectId, Actor creator, CreateEvaluation body) {
        Criteria criteria = body.criteria();
        check(projectId, body.conditions());
        ModelRules.check(criteria.type(), body.modelConfiguration());
        return models.checkKey(projectId, body.modelConfiguration())
                .chain(() -> writes.create(projectId, creator, body, criteria))
                .chain(id -> stored(projectId, id));
    }

    Uni<EvaluationView> change(int projectId, UUID id, PatchEvaluation body, Actor actor) {
        body.conditions().ifPresent(sets -> check(projectId, sets == null ? List.of() : sets));
        return models.checkKey(projectId, body.modelConfiguration().value())
                .chain(() -> writes.change(projectId, id, body, actor))
                .chain(() -> stored(projectId, id));
    }

    private void check(int projectId, List<ConditionSet> sets) {
        ZoneId zone = directory.project(projectId).map(Project::timezone).orElse(ZoneOffset.UTC);
        Conditions.check(sets, new SaveTime(clock.instant(), zone));
    }

    private Uni<EvaluationView> stored(int projectId, UUID id) {
        return catalogue.find(projectId, id).map(found -> view(found.orElseThrow(ApiException::notFound)));
    }

    private EvaluationView view(Evaluation row) {
        return EvaluationView.of(row, directory.author(row.made().by()));
    }
}
