/**
 * Reports of the inbox: their states and the legal ways between them, their storage and their API. How signals find
 * their report and how a report is judged is the pipeline's.
 */
package dev.sightline.signals.report;
