/**
 * The session filter: the {@code query} of a scanner and of the recordings list, read strictly and compiled to SQL over
 * recorded sessions, their events, people and console lines. Values only ever travel as bind parameters. Who asks, and
 * when, is none of its business.
 */
package dev.sightline.vision.filter;
