/**
 * The HTTP side of ingestion that recordings and events share: bodies read with a counter, bounded work in flight, answers
 * and CORS as SDKs expect them (spec/platform.md B.2), and the producer that has a request acknowledged by the broker
 * before its client is. What the bytes mean is {@code dev.sightline.capture}.
 */
package dev.sightline.capture.edge;
