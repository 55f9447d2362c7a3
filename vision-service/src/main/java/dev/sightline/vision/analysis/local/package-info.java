/**
 * The analyst that needs no key and no network: fixed rules over the timeline, and a vocabulary by which prompts, tags
 * and scales are understood. Never lets the words of a session decide how a question is read.
 */
package dev.sightline.vision.analysis.local;
