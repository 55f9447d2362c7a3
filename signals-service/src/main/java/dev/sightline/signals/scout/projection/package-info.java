/**
 * What the services have told, folded into hours: counts, sums and sketches by kind and thing, for sixty days. What an
 * unusual hour means is {@code detector}'s.
 */
package dev.sightline.signals.scout.projection;
