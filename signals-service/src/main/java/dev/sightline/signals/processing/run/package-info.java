/**
 * Runs of reports: a report that gathered enough is judged by one replica at a time and ends ready, waiting for a person,
 * gathering again or failed. How it is judged is {@code signals.pipeline}'s.
 */
package dev.sightline.signals.processing.run;
