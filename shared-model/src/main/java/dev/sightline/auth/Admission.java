package dev.sightline.auth;

/**
 * A caller that was let through.
 *
 * @param project what the request is about; null on routes that name none
 * @param organization the owner of the project; null with it
 */
record Admission(ApiKey key, Person person, Project project, Organization organization) {}
