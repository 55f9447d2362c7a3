/**
 * The functions a program can call, by theme; {@link Library} has them all. What the operators of the language do is in
 * {@code vm}.
 */
package dev.sightline.observability.hog.library;
