package dev.sightline.capture;

import java.util.List;

/**
 * The events of one request, all of one project.
 *
 * @param token the project's capture token; its shape is right, its project is not looked up
 * @param events at least one, in the order sent
 */
public record EventBatch(String token, List<ClientEvent> events) {}
