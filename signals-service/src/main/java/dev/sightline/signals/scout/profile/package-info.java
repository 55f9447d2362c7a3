/**
 * The cached snapshot of facts about a project that scouts start from, and the sections of it that other systems hand in.
 * Nothing in it is guessed: what nobody told is empty and marked so.
 */
package dev.sightline.signals.scout.profile;
