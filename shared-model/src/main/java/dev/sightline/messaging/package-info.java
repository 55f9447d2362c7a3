/**
 * How messages travel: the outbox that makes a state change and its messages one transaction, the relay that publishes
 * them, the inbox that makes a consumer's effect happen once, and dead letters. What the messages say is
 * {@code dev.sightline.event}.
 */
package dev.sightline.messaging;
