/**
 * Source configurations: which sources of a project may send signals, with settings of their own. The rule that reads
 * these switches is {@code signals.signal}'s.
 */
package dev.sightline.signals.sourceconfig;
