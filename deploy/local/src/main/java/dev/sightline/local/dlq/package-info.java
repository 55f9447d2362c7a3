/**
 * Looks into the dead-letter queues and sends letters back to the topics they came from. Who puts a message there, and
 * why, is decided by the services.
 */
package dev.sightline.local.dlq;
