/**
 * The one JSON dialect of Sightline: the mapper that REST answers, Kafka messages and stored documents share.
 * What a particular message or answer holds lives with its feature, not here.
 */
package dev.sightline.json;
