/**
 * Events in the form of version 1 (spec/platform.md B.5): the token and the time of sending in headers, an answer for
 * each event. The rules of an event itself are those of {@code dev.sightline.capture}.
 */
package dev.sightline.observability.capture.v1;
