/**
 * What drives the pipeline: accepted signals wait here, each project's lane groups them one batch at a time, reports that
 * weigh enough are judged, and grouping can be paused. How a signal finds its report is {@code signals.pipeline}, which
 * knows neither Kafka nor Postgres.
 */
package dev.sightline.signals.processing;
