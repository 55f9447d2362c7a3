/**
 * What the shipped scouts compute: each detector is a pure function from what is known of a project to what is unusual in
 * it. Whether that is worth telling again is decided here too; telling is {@code run}'s.
 */
package dev.sightline.signals.scout.detector;
