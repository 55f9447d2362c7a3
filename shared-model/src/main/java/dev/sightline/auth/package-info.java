/**
 * Who calls and what they may: the directory of organizations, projects, people and keys, scopes, the filters that apply
 * them, and the few routes clients ask before all others. How refusals are written is {@code dev.sightline.api}.
 *
 * <p>A resource method says {@link dev.sightline.auth.RequiresScopes}; when it runs, the injected
 * {@link dev.sightline.auth.Caller} knows person and project. What works in the background asks the
 * {@link dev.sightline.auth.Directory}.
 */
package dev.sightline.auth;
