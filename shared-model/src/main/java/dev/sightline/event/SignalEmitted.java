package dev.sightline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * Something a source noticed (spec/signals.md 1.1).
 *
 * @param weight 0 to 1; reports are promoted at 1
 * @param extra the members that the pair of product and type prescribes (spec/signals.md 1.4)
 * @param idempotent whether (project, product, type, source id) names this signal, so that a second one is dropped
 */
@MessageType(value = "dev.sightline.signal.emitted.v1", topic = Topic.SIGNALS_EMITTED)
public record SignalEmitted(
        int projectId,
        UUID signalId,
        String sourceProduct,
        String sourceType,
        String sourceId,
        String description,
        double weight,
        ObjectNode extra,
        boolean idempotent,
        Instant emittedAt) {}
