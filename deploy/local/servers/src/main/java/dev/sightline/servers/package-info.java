/**
 * The real Postgres and the real Kafka, started from jars inside a JVM: for the local stack and for tests. What runs on
 * them, and which databases and topics it needs, is not decided here.
 */
package dev.sightline.servers;
