/**
 * Instants in and out, identifiers that sort by time, and the clock every service asks instead of the system.
 */
package dev.sightline.time;
