/**
 * Observations: what became of one scanner looking at one session, from the waiting row to its outcome. What is seen in
 * a session is worked out in {@code analysis}; when to look without being asked, in {@code sweep}.
 */
package dev.sightline.vision.observation;
