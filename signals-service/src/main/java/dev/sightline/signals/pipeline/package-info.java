/**
 * The way of a signal to its report, one class a stage, each with explicit inputs and outputs: gate, safety, embed,
 * search, match, specificity, assign, and the judgement of a report. Nothing here knows Kafka, Postgres or HTTP: whoever
 * drives the stages loads what they ask for and stores what they decide.
 */
package dev.sightline.signals.pipeline;
