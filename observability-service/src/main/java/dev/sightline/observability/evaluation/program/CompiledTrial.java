package dev.sightline.observability.evaluation.program;

import dev.sightline.observability.evaluation.condition.Conditions;
import dev.sightline.observability.hog.HogEvaluation;

/** A program that is ready to run and which events it is to see. */
record CompiledTrial(Conditions conditions, HogEvaluation program, int sampleCount) {}
