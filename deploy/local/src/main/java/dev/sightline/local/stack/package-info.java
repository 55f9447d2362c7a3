/**
 * Starts, watches and stops the processes of the local stack: embedded Postgres and Kafka, the three services, and the
 * gateway in the runner itself. What the services do, and how the embedded servers work, is decided elsewhere.
 */
package dev.sightline.local.stack;
