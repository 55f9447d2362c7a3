/**
 * When a project's scouts run and whether they may emit. What they are told to do is {@code fleet}; who dispatches them is
 * {@code schedule}.
 */
package dev.sightline.signals.scout.config;
