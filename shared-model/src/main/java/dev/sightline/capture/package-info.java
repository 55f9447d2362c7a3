/**
 * What the ingestion routes of recordings and of events have in common (spec/platform.md B.2, B.7): from the bytes an
 * SDK posted to checked events or snapshots, or to the plain-text refusal the SDK is answered. Pure: no HTTP, no Kafka.
 */
package dev.sightline.capture;
