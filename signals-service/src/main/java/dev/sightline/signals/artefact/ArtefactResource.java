package dev.sightline.signals.artefact;

import dev.sightline.activity.Actor;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Caller;
import dev.sightline.auth.Organization;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.artefact.ArtefactRequests.Append;
import dev.sightline.signals.artefact.ArtefactRequests.Change;
import dev.sightline.signals.artefact.ArtefactRequests.Reviewers;
import dev.sightline.signals.artefact.ArtefactViews.Read;
import dev.sightline.signals.artefact.ArtefactViews.Written;
import dev.sightline.signals.artefact.Artefacts.Appended;
import dev.sightline.signals.artefact.ReviewerEditor.Editor;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Artefacts of a report (spec/signals.md 6). */
@Path("/api/projects/{project_id}/signals/reports/{report_id}/artefacts")
@Produces(MediaType.APPLICATION_JSON)
class ArtefactResource {

    private final Artefacts artefacts;
    private final ReviewerEditor reviewers;
    private final Attribution attribution;
    private final Caller caller;

    ArtefactResource(Artefacts artefacts, ReviewerEditor reviewers, Attribution attribution, Caller caller) {
        this.artefacts = artefacts;
        this.reviewers = reviewers;
        this.attribution = attribution;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("task:read")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<Page<Read>> list(@RestPath("report_id") UUID report, @Context UriInfo uri) {
        Organization organization = caller.organization();
        return artefacts
                .list(key(report), PageRequest.of(uri))
                .map(page -> page.map(row -> Read.of(row, organization)));
    }

    @GET
    @Path("{id}")
    @RequiresScopes("task:read")
    public Uni<Read> retrieve(@RestPath("report_id") UUID report, @RestPath UUID id) {
        Organization organization = caller.organization();
        return artefacts.find(key(report), id).map(row -> Read.of(row, organization));
    }

    /** 201, or 200 for the run of a task that is there already. */
    @POST
    @APIResponseSchema(value = Written.class, responseCode = "201", responseDescription = "The artefact is appended")
    @RequiresScopes("task:write")
    public Uni<RestResponse<Written>> append(
            @RestPath("report_id") UUID report, @HeaderParam(Attribution.HEADER) String task, Append body) {
        ReportKey key = key(report);
        return artefacts
                .exists(key)
                .map(exists -> body.type())
                .flatMap(type -> author(task).flatMap(author -> artefacts.append(key, type, body, author)))
                .map(ArtefactResource::answer);
    }

    private static RestResponse<Written> answer(Appended appended) {
        return RestResponse.ResponseBuilder.create(
                        appended.existed() ? RestResponse.Status.OK : RestResponse.Status.CREATED,
                        Written.of(appended.artefact()))
                .build();
    }

    @PATCH
    @Path("{id}")
    @RequiresScopes("task:write")
    public Uni<Written> change(@RestPath("report_id") UUID report, @RestPath UUID id, Change body) {
        return artefacts.change(key(report), id, body).map(Written::of);
    }

    @PUT
    @Path("{id}")
    @RequiresScopes("task:write")
    public Uni<Read> setReviewers(
            @RestPath("report_id") UUID report,
            @RestPath UUID id,
            @HeaderParam(Attribution.HEADER) String task,
            Reviewers body) {
        Organization organization = caller.organization();
        return author(task)
                .map(author -> new Editor(organization, Actor.of(caller), author))
                .flatMap(editor -> reviewers.set(key(report), id, body.content(), editor))
                .map(row -> Read.of(row, organization));
    }

    @DELETE
    @Path("{id}")
    @RequiresScopes("task:write")
    public Uni<Void> delete(@RestPath("report_id") UUID report, @RestPath UUID id) {
        return artefacts.delete(key(report), id);
    }

    private ReportKey key(UUID report) {
        return new ReportKey(caller.projectId(), report);
    }

    private Uni<Author> author(String task) {
        return attribution.of(caller, task);
    }
}
