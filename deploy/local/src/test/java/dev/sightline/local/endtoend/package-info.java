/**
 * The end-to-end tests and what they stand on: the stack is started by its scripts, as a person would, on free ports and
 * an empty data folder, and is talked to from outside only.
 */
package dev.sightline.local.endtoend;
