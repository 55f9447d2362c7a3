package dev.sightline.signals.processing;

import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Takes signals from any system (DECISIONS 21 and 44). */
@Path("/api/projects/{project_id}/signals/emit")
@Produces(MediaType.APPLICATION_JSON)
class EmitResource {

    private final SignalEmitter emitter;
    private final Caller caller;

    EmitResource(SignalEmitter emitter, Caller caller) {
        this.emitter = emitter;
        this.caller = caller;
    }

    record Accepted(String status) {

        static final Accepted OK = new Accepted("ok");
    }

    /** The answer is the same whether or not the source is switched on. */
    @POST
    @ResponseStatus(202)
    @APIResponseSchema(value = Accepted.class, responseCode = "202", responseDescription = "The signal is well-formed")
    @RequiresScopes("task:write")
    public Uni<Accepted> emit(@HeaderParam("Idempotency-Key") String key, EmitSignal body) {
        return emitter.emit(caller.projectId(), body.signal(), Optional.ofNullable(key))
                .replaceWith(Accepted.OK);
    }
}
