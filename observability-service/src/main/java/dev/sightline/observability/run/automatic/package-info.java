/**
 * Judging events as they come (spec/observability.md 7): the evaluations that run by themselves, kept in memory, and the
 * events that meet their conditions. Runs are queued and carried out by {@code dev.sightline.observability.run}.
 */
package dev.sightline.observability.run.automatic;
