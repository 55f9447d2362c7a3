package dev.sightline.observability.evaluation;

import dev.sightline.activity.Activity;
import dev.sightline.activity.ActivityLog;
import dev.sightline.activity.Actor;
import dev.sightline.activity.Changes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the activity log hears of evaluations, in the transaction that saves them. */
@ApplicationScoped
class EvaluationLog {

    private final ActivityLog log;

    EvaluationLog(ActivityLog log) {
        this.log = log;
    }

    /** An evaluation as the log names it. */
    record Named(int projectId, UUID id, String name) {}

    /** What people set, by the names of the API. */
    static Map<String, Object> fields(EvaluationEntity row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", row.name);
        fields.put("description", row.description);
        fields.put("enabled", row.enabled);
        fields.put("evaluation_type", row.evaluationType);
        fields.put("evaluation_config", row.evaluationConfig);
        fields.put("allows_na", row.allowsNa);
        fields.put("conditions", row.conditions);
        fields.put("provider", row.modelProvider);
        fields.put("model", row.modelName);
        fields.put("provider_key_id", row.providerKeyId);
        fields.put("deleted", row.deleted);
        return fields;
    }

    Uni<Void> created(EvaluationEntity row, Actor actor) {
        return append(activity(row, Activity.CREATED, List.of()), actor);
    }

    /** Nothing if nothing changed. Deleting is a change as well, by another name. */
    Uni<Void> updated(Map<String, ?> before, EvaluationEntity row, Actor actor) {
        List<Map<String, Object>> changes = Changes.between(before, fields(row));
        boolean deletes = row.deleted && !Boolean.TRUE.equals(before.get("deleted"));
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : append(activity(row, deletes ? Activity.DELETED : Activity.UPDATED, changes), actor);
    }

    private Uni<Void> append(Activity activity, Actor actor) {
        return Panache.getSession().flatMap(session -> log.append(session, activity, actor));
    }

    /** The system switched these off, which is all that changed. */
    Uni<Void> switchedOff(List<EvaluationEntity> rows) {
        List<Activity> activities = rows.stream()
                .map(row -> switchedOff(new Named(row.projectId, row.id, row.name)))
                .toList();
        return Panache.getSession().flatMap(session -> log.append(session, activities, Actor.SYSTEM));
    }

    /** The same in the transaction of a connection. */
    Uni<Void> switchedOff(SqlClient transaction, Named evaluation) {
        return log.append(transaction, switchedOff(evaluation), Actor.SYSTEM);
    }

    private static Activity switchedOff(Named evaluation) {
        List<Map<String, Object>> changes = Changes.between(Map.of("enabled", true), Map.of("enabled", false));
        return activity(evaluation, Activity.UPDATED, Map.of("enabled", false, "changes", changes));
    }

    private static Activity activity(EvaluationEntity row, String what, List<Map<String, Object>> changes) {
        return activity(
                new Named(row.projectId, row.id, row.name),
                what,
                Map.of("enabled", row.enabled && !row.deleted, "changes", changes));
    }

    private static Activity activity(Named evaluation, String what, Map<String, ?> detail) {
        return new Activity(evaluation.projectId(), "Evaluation", evaluation.id(), evaluation.name(), what, detail);
    }
}
