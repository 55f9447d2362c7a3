/**
 * A signal as a source may emit it: the pairs of product and type, the shape of their {@code extra}, the bounds of every
 * member, and whether the source is switched on. What becomes of an accepted signal is the pipeline's.
 */
package dev.sightline.signals.signal;
