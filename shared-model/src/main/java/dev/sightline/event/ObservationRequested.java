package dev.sightline.event;

import java.util.UUID;

/** A pending observation waits for a worker. The row is the truth; the message only wakes one. */
@MessageType(value = "dev.sightline.observation.requested.v1", topic = Topic.VISION_OBSERVATIONS)
public record ObservationRequested(int projectId, UUID observationId, UUID scannerId, String sessionId) {}
