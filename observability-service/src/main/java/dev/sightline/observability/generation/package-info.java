/**
 * What a captured generation says, as people and judges read it (spec/observability.md 5.2 to 5.4). Where events come from
 * and are kept is {@code dev.sightline.observability.event}.
 */
package dev.sightline.observability.generation;
