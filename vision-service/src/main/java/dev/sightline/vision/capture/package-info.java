/**
 * The edge of recordings: {@code /s} takes snapshots from SDKs and has the broker acknowledge them on
 * {@code recordings.snapshots} before the client is (spec/platform.md B.2, B.7). Storing them is
 * {@code dev.sightline.vision.recording}.
 */
package dev.sightline.vision.capture;
