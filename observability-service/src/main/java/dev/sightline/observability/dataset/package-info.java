/**
 * Datasets and their items: examples that people collect to try evaluations on (spec/observability.md 1, 2). Running
 * evaluations is another package.
 */
package dev.sightline.observability.dataset;
