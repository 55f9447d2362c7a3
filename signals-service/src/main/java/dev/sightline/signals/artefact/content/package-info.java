/**
 * What each type of artefact may hold: one record a type, read by the rules of request bodies and written back with its
 * defaults filled in (spec/signals.md 6.3).
 */
package dev.sightline.signals.artefact.content;
