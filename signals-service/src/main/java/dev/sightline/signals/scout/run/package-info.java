/**
 * Executions of scouts: what a run is, the token it acts with, what it emits and how it ends. Who starts runs is
 * {@code schedule}; what happens inside them is {@code detector} or {@code agent}.
 */
package dev.sightline.signals.scout.run;
