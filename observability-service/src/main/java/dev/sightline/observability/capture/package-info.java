/**
 * The edge of analytics events and of what SDKs ask when they start: capture routes that have the broker acknowledge events
 * on {@code events.captured} before the client is, remote config, and flags, of which there are none (spec/platform.md
 * B.2 to B.4). Storing events is {@code dev.sightline.observability.event}.
 */
package dev.sightline.observability.capture;
