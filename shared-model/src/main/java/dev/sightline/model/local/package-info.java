/**
 * Models that need neither key nor network: deterministic, rule-made, and named {@code local-…} in every result they
 * produce. Adapters to providers and the ports themselves do not live here.
 */
package dev.sightline.model.local;
