/**
 * Notes that all scouts of a project share. Their text is read by models, so only scouts write them; what a key means is
 * a convention between scouts.
 */
package dev.sightline.signals.scout.scratchpad;
