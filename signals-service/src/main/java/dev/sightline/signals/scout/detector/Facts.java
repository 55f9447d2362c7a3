package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Roster;
import java.time.Instant;

/**
 * What a detector may know.
 *
 * @param history what happened hour by hour
 * @param roster what people have set up
 * @param service how Sightline itself does with this project
 */
public record Facts(History history, Roster roster, ServiceState service, Instant now) {}
