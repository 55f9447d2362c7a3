package dev.sightline.signals.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.Refusal;
import dev.sightline.signals.task.TaskRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds out which task an artefact of type {@code task_run} speaks of (spec/signals.md 6.4). */
@ApplicationScoped
class TaskRuns {

    private final Pool pool;
    private final TaskRegistry tasks;

    TaskRuns(Pool pool, TaskRegistry tasks) {
        this.pool = pool;
        this.tasks = tasks;
    }

    /** A content that names its task. */
    record Named(UUID taskId, JsonNode content) {}

    /** The content with the author's task in it unless it names one itself. */
    Uni<Named> content(ReportKey report, JsonNode sent, Author author) {
        if (!sent.isObject()) {
            throw new Refusal(400, "The content of a task run must be an object.");
        }
        UUID task = task(sent, author);
        return tasks.belongs(pool, report.projectId(), task).map(ours -> {
            if (!ours) {
                throw new Refusal(400, "Task " + task + " belongs to another project.");
            }
            ObjectNode content = sent.deepCopy();
            return new Named(task, content.put("task_id", task.toString()));
        });
    }

    private static UUID task(JsonNode sent, Author author) {
        String named = sent.path("task_id").asText("").trim();
        if (named.isEmpty() && author.taskId() == null) {
            throw new Refusal(400, "A task run needs a task_id or the header " + Attribution.HEADER + ".");
        }
        return named.isEmpty() ? author.taskId() : uuid(named);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "task_id: Must be a valid UUID.");
        }
    }
}
