/**
 * The small shop of the demo beside its recorded visitors: what its assistant has done, and the scouts that look at it.
 * Recorded requests are {@code replay}.
 */
package dev.sightline.local.shop;
