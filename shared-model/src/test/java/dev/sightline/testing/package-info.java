/**
 * What the tests of every service share: the real Postgres and Kafka behind them, projects of their own with keys, and the
 * rules of architecture. What a single service needs for its tests stays with that service.
 */
package dev.sightline.testing;
