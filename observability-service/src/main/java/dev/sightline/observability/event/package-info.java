/**
 * The store of captured events: written in batches from {@code events.captured}, each event once, in daily partitions that
 * are made ahead and dropped by retention; read one by one, as the recent ones of a name, or listed over the API. How events come in is
 * {@code dev.sightline.observability.capture}.
 */
package dev.sightline.observability.event;
