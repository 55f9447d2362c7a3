/**
 * The conventions of every REST route: error envelope and the one exception to status table, pages and links, filters
 * and orderings, path rules, request bodies into records. Who calls, and what they may, is {@code dev.sightline.auth}.
 *
 * <p>A resource method reads, calls and shapes; anything below it may throw {@link dev.sightline.api.ApiException}:
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
 * }
 * }</pre>
 */
package dev.sightline.api;
