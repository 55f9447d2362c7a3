/**
 * The store of captured events: written in batches from {@code events.captured}, each event once, in daily partitions that
 * are made ahead and dropped by retention; read one by one or as the recent ones of a name. How events come in is
 * {@code dev.sightline.observability.capture}.
 */
package dev.sightline.observability.event;
