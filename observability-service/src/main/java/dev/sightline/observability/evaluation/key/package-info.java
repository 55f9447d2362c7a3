/**
 * A project's keys of model providers (spec/observability.md 3.4, DECISIONS 29): encrypted at rest, shown masked, never
 * returned. What is asked with them lives with the feature that asks.
 */
package dev.sightline.observability.evaluation.key;
