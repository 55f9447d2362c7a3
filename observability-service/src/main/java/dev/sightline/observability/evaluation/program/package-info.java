/**
 * Running the programs of evaluations on threads of their own, and trying a program on recent events without keeping
 * anything (spec/observability.md 6). The language is {@code dev.sightline.observability.hog}.
 */
package dev.sightline.observability.evaluation.program;
