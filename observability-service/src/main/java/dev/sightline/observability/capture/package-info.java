/**
 * The edge of analytics events and of what SDKs ask when they start: capture routes that have the broker acknowledge events
 * on {@code events.captured} before the client is, remote config, and flags, of which there are none (spec/platform.md
 * B.2 to B.4). Traces, parts and version 1 have packages of their own below, and share {@code EventIntake}. Storing events is {@code dev.sightline.observability.event}.
 */
package dev.sightline.observability.capture;
