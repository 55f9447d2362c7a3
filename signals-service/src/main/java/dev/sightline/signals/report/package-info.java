/**
 * Reports of the inbox: their storage and their API. Their states and the legal ways between them are
 * {@code signals.report.state}'s; how signals find their report and how a report is judged is the pipeline's.
 */
package dev.sightline.signals.report;
