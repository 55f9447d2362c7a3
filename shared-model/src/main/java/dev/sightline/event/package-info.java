/**
 * What the services tell each other: the topics and one record for each message on them. A record here is a published
 * promise; members are added, never renamed. How messages travel is {@code dev.sightline.messaging}.
 */
package dev.sightline.event;
