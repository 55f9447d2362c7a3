/**
 * Who starts runs of scouts: people, outside agents and the clock, all within the same limits. What a run then does is
 * {@code run}'s and its executor's.
 */
package dev.sightline.signals.scout.schedule;
