/**
 * What ingestion does to AI events before anybody sees them (spec/observability.md 9.5): identifiers become text, errors
 * get a form to group them by, parameters are lifted, calls get their cost. Pure, but for counters; no HTTP, no storage.
 */
package dev.sightline.observability.capture.ai;
