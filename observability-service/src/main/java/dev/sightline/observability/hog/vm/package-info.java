/**
 * The machine under a Hog program: values and their rules (truth, equality, order, arithmetic, access, text), frames,
 * limits, failures and results. It knows neither syntax nor bytecode nor any named function.
 */
package dev.sightline.observability.hog.vm;
