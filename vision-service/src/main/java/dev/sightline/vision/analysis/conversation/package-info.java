/**
 * The analyst that asks a language model: one conversation a scan, its steps, what each may answer and what is done with
 * an answer that breaks its rules (spec/vision.md 16). How a provider is reached lives in {@code dev.sightline.model}.
 */
package dev.sightline.vision.analysis.conversation;
