/**
 * What this service says in the activity log about changes that people make. Who reads the log is not decided here.
 */
package dev.sightline.signals.activity;
