/**
 * The published contract as a test: which operations it names, what their answers must look like, and the harness that
 * calls each built one and counts the rest. Tests of behaviour beyond the shape live with their feature.
 */
package dev.sightline.contract;
