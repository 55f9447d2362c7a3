/**
 * Conditions of evaluations (spec/observability.md 3.3, 7.2, 7.3): property filters compiled once into closures and asked
 * of events in memory, and the sampling of events. Which evaluations exist is {@code dev.sightline.observability.evaluation}.
 */
package dev.sightline.observability.evaluation.condition;
