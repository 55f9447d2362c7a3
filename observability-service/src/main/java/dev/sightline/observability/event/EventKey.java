package dev.sightline.observability.event;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What finds a stored event.
 *
 * @param day the UTC day of the event's time
 */
public record EventKey(int projectId, String event, UUID uuid, LocalDate day) {}
