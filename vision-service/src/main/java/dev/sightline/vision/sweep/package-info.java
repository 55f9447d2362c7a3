/**
 * When scanners look without being asked: the sweep over settled sessions, the sample drawn from them, and the estimate of
 * how many there will be. Looking itself is {@code observation}; which sessions are meant is {@code filter}.
 */
package dev.sightline.vision.sweep;
