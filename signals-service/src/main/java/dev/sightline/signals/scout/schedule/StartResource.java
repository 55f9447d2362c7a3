package dev.sightline.signals.scout.schedule;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.api.ApiException;
import dev.sightline.auth.ApiKey;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.scout.InternalScope;
import dev.sightline.signals.scout.run.RunToken;
import dev.sightline.signals.scout.run.RunTokens;
import dev.sightline.signals.scout.run.ScoutRun;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Starts runs on request (DECISIONS 24, 25a). */
@Path("/api/projects/{project_id}/signals/scout/configs/{id}/run")
@Produces(MediaType.APPLICATION_JSON)
class StartResource {

    private static final String WRITE = "signal_scout:write";

    private final RunStarter starter;
    private final RunTokens tokens;
    private final Caller caller;

    StartResource(RunStarter starter, RunTokens tokens, Caller caller) {
        this.starter = starter;
        this.tokens = tokens;
        this.caller = caller;
    }

    enum Executor {
        EXTERNAL
    }

    /** {@code executor} is absent for a run that Sightline carries out itself. */
    record StartRun(Executor executor) {}

    /** {@code token} is what an outside agent acts with, null for others. */
    @JsonPropertyOrder({"run_id", "skill_name", "workflow_id", "started", "token", "token_expires_at"})
    record Started(
            UUID runId, String skillName, UUID workflowId, boolean started, String token, Instant tokenExpiresAt) {

        static Started of(ScoutRun run, RunToken token) {
            return new Started(run.id(), run.skill().name(), run.id(), true, token.token(), token.expiresAt());
        }
    }

    @POST
    @ResponseStatus(202)
    @APIResponseSchema(value = Started.class, responseCode = "202", responseDescription = "The run has started")
    @RequiresScopes("signal_scout:read")
    public Uni<Started> start(@RestPath UUID id, StartRun body) {
        boolean external = body.executor() == Executor.EXTERNAL;
        check(caller.key(), external ? InternalScope.WRITE : WRITE);
        int userId = caller.person().id();
        return starter.start(caller.projectId(), id, external)
                .map(run -> Started.of(run, external ? tokens.mint(run, userId) : new RunToken(null, null)));
    }

    /** Which scope is needed depends on the body. */
    private static void check(ApiKey key, String scope) {
        boolean all = key.scopes().contains("*") && !scope.equals(InternalScope.WRITE);
        if (!all && !key.scopes().contains(scope)) {
            throw ApiException.forbidden("API key missing required scope '" + scope + "'");
        }
    }
}
