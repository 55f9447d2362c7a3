/**
 * The language model and the embedder that signals are configured with, and the answers they gave. What is asked lives
 * with the stages of {@code signals.pipeline}; the way to a provider is {@code dev.sightline.model.provider}'s.
 */
package dev.sightline.signals.model;
