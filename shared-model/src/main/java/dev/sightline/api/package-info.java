/**
 * The conventions of every REST route: error envelope and the one exception to status table, pages and links, filters
 * and orderings, path rules. Request bodies are {@code dev.sightline.api.body}; who calls, and what they may, is
 * {@code dev.sightline.auth}.
 *
 * <p>A resource method reads, calls and shapes; anything below it may throw {@link dev.sightline.api.ApiException}. It
 * declares no {@code @Consumes}, no trailing slash and no {@code /api/environments/} twin; a malformed identifier in the
 * path is a 404 by itself.
 *
 * <pre>{@code
 * @Path("/api/projects/{project_id}/things")
 * @Produces(MediaType.APPLICATION_JSON)
 * class ThingResource {
 *
 *     @GET
 *     @RequiresScopes("thing:read")
 *     public Uni<Page<ThingView>> list(@Context UriInfo uri) {
 *         PageRequest page = PageRequest.of(uri);
 *         Set<Kind> kinds = Filters.of(uri).oneOf("kind", Kind.class);
 *         Ordering order = Ordering.of(uri, "order_by", Set.of("name", "created_at"), Ordering.by("-created_at"));
 *         return things.list(caller.projectId(), kinds, order, page); // ends with page.page(count, rows)
 *     }
 *
 *     @POST
 *     @RequiresScopes({"thing:write", "session_recording:read"})
 *     @ResponseStatus(201)
 *     public Uni<ThingView> create(CreateThing thing) {
 *         return things.create(caller.projectId(), caller.person(), thing);
 *     }
 *
 *     @PATCH
 *     @Path("/{id}")
 *     @RequiresScopes("thing:write")
 *     public Uni<ThingView> change(@PathParam("id") UUID id, ChangeThing change) {
 *         return things.change(caller.projectId(), id, change); // absent: ApiException.notFound()
 *     }
 * }
 * }</pre>
 */
package dev.sightline.api;
