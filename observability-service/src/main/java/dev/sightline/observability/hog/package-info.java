/**
 * Hog, the language evaluations are written in: {@link Hog} compiles, {@link HogEvaluation} judges an event, and
 * {@link HogCommand} is the command line. Events, storage and scheduling know this package, not the other way round.
 */
package dev.sightline.observability.hog;
