/**
 * Tasks: jobs of outside agents that work on reports, registered to the project that named them first, and their runs.
 * What a run means for a report is the report's.
 */
package dev.sightline.signals.task;
