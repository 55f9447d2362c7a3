package dev.sightline.observability.dataset;

import dev.sightline.activity.Activity;
import dev.sightline.activity.ActivityLog;
import dev.sightline.activity.Actor;
import dev.sightline.activity.Changes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the activity log hears of datasets and their items, in the transaction that saves them. What an item holds is
 * never repeated there, only that it changed.
 */
@ApplicationScoped
class DatasetLog {

    private final ActivityLog log;

    DatasetLog(ActivityLog log) {
        this.log = log;
    }

    /** What people set, by the names of the API. */
    static Map<String, Object> fields(DatasetEntity row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", row.name);
        fields.put("description", row.description);
        fields.put("metadata", row.metadata);
        fields.put("deleted", row.deleted);
        return fields;
    }

    static Map<String, Object> fields(DatasetItemEntity row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dataset", row.datasetId);
        fields.put("input", row.input);
        fields.put("output", row.output);
        fields.put("metadata", row.metadata);
        fields.put("ref_trace_id", row.refTraceId);
        fields.put("ref_timestamp", row.refTimestamp);
        fields.put("ref_source_id", row.refSourceId);
        fields.put("deleted", row.deleted);
        return fields;
    }

    Uni<Void> created(DatasetEntity row, Actor actor) {
        return append(activity(row, Activity.CREATED, List.of()), actor);
    }

    Uni<Void> created(DatasetItemEntity row, Actor actor) {
        return append(activity(row, Activity.CREATED, List.of()), actor);
    }

    /** Nothing if nothing changed. Deleting is a change as well, by another name. */
    Uni<Void> updated(Map<String, ?> before, DatasetEntity row, Actor actor) {
        List<Map<String, Object>> changes = Changes.between(before, fields(row));
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : append(activity(row, what(before, row.deleted), changes), actor);
    }

    Uni<Void> updated(Map<String, ?> before, DatasetItemEntity row, Actor actor) {
        List<Map<String, Object>> changes = Changes.between(before, fields(row));
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : append(activity(row, what(before, row.deleted), changes), actor);
    }

    private static String what(Map<String, ?> before, Boolean deleted) {
        boolean deletes = Boolean.TRUE.equals(deleted) && !Boolean.TRUE.equals(before.get("deleted"));
        return deletes ? Activity.DELETED : Activity.UPDATED;
    }

    private static Activity activity(DatasetEntity row, String what, List<Map<String, Object>> changes) {
        return new Activity(row.projectId, "Dataset", row.id, row.name, what, Map.of("changes", changes));
    }

    private static Activity activity(DatasetItemEntity row, String what, List<Map<String, Object>> changes) {
        return new Activity(
                row.projectId, "DatasetItem", row.id, null, what, Map.of("dataset", row.datasetId, "changes", changes));
    }

    private Uni<Void> append(Activity activity, Actor actor) {
        return Panache.getSession().flatMap(session -> log.append(session, activity, actor));
    }
}
