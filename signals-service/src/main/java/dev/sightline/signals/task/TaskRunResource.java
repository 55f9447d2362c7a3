package dev.sightline.signals.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.json.Wire;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Where outside agents say how their runs stand (DECISIONS 8 and 49). */
@Path("/api/projects/{project_id}/signals/tasks/{task_id}/runs")
@Produces(MediaType.APPLICATION_JSON)
class TaskRunResource {

    private final TaskRuns runs;
    private final Caller caller;

    TaskRunResource(TaskRuns runs, Caller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    enum PrState {
        OPEN,
        MERGED,
        CLOSED
    }

    record RunReport(
            @Required @Size(max = 200) String runId,
            @Required @Size(max = 50) String status,
            @Nullable @Size(max = 2000) String prUrl,
            @Nullable PrState prState,
            @Nullable JsonNode output) {

        TaskRun of(UUID taskId) {
            return new TaskRun(taskId, runId, status, prUrl, prState == null ? null : Wire.name(prState), output);
        }
    }

    record Recorded(UUID taskId, String runId, String status, String prUrl, String prState) {

        static Recorded of(TaskRun run) {
            return new Recorded(run.taskId(), run.runId(), run.status(), run.prUrl(), run.prState());
        }
    }

    @POST
    @RequiresScopes("task:write")
    public Uni<Recorded> report(@RestPath("task_id") UUID taskId, RunReport body) {
        TaskRun run = body.of(taskId);
        return runs.record(caller.projectId(), run).map(ours -> {
            if (!ours) {
                throw ApiException.notFound();
            }
            return Recorded.of(run);
        });
    }
}
