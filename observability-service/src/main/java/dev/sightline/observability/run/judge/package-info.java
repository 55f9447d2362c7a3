/**
 * Judging a generation with a language model (spec/observability.md 4.4.1 to 4.4.4): which key and model, what is asked,
 * how the answer is read and what each failure means. Keys are kept by
 * {@code dev.sightline.observability.evaluation.key}.
 */
package dev.sightline.observability.run.judge;
