package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An event within a span.
 *
 * @param attributes never changed
 */
record SpanNote(String name, ObjectNode attributes) {}
