/**
 * Request bodies into records (spec/platform.md A.7): JSON, urlencoded and multipart forms are read alike, and the first
 * member that is wrong, in the order of declaration, is answered in the words of A.4. A resource method takes the record
 * as its parameter and declares no {@code @Consumes}.
 *
 * <p>A component is optional, not null and, if a text, trimmed and not blank, unless an annotation of this package says
 * otherwise; Bean Validation's constraints say the rest. It may be a {@code String}, a number, a {@code Boolean}, a
 * {@code UUID}, an {@code Instant}, an enum (by its {@link dev.sightline.json.Wire} names), a {@code JsonNode} for any
 * JSON, an {@code ObjectNode} for an object, another record, a {@code List} of these, or a
 * {@link dev.sightline.api.Patch} of any where a change must tell absent from null. A rule that spans members belongs
 * into the record's constructor, as an {@link dev.sightline.api.ApiException}.
 *
 * <pre>{@code
 * record CreateThing(
 *         @Required @Size(max = 255) String name,
 *         @AllowBlank @DefaultTo("") String description,
 *         @DefaultTo("small") Kind kind,
 *         @DecimalMin("0") @DecimalMax("1") @DefaultTo("1.0") double rate,
 *         @Nullable Instant expiresAt,
 *         List<@Size(max = 10) String> tags,
 *         @DefaultTo("{}") ObjectNode config) {}
 *
 * record ChangeThing(
 *         @Size(max = 255) Patch<String> name,
 *         @Nullable Patch<Instant> expiresAt) {}
 *
 * @PATCH
 * @Path("/{id}")
 * @RequiresScopes("thing:write")
 * public Uni<ThingView> change(@PathParam("id") UUID id, ChangeThing change) {
 *     return things.change(caller.projectId(), id, thing -> {
 *         change.name().ifPresent(thing::rename);
 *         change.expiresAt().ifPresent(thing::expireAt); // null takes the end away
 *     });
 * }
 * }</pre>
 */
package dev.sightline.api.body;
