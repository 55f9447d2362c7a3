/**
 * The instructions of scouts: those Sightline ships, those a project has, and how the first become the second. When a
 * scout runs is {@code config}, what its run does {@code run}.
 */
package dev.sightline.signals.scout.fleet;
