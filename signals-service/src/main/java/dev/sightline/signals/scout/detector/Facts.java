package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import java.time.Instant;

/**
 * What a detector may know.
 *
 * @param history what happened hour by hour
 * @param service how Sightline itself does with this project
 */
public record Facts(History history, ServiceState service, Instant now) {}
