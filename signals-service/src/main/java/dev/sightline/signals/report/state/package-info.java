/**
 * The states of a report, the facts it carries through them and the legal ways between them. Nothing here knows how
 * reports are stored or shown.
 */
package dev.sightline.signals.report.state;
