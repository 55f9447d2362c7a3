/**
 * Scanners: saved probes with a prompt, a filter and a sample. What a scanner finds is an observation and lives in
 * {@code observation}; when it looks is {@code sweep}.
 */
package dev.sightline.vision.scanner;
