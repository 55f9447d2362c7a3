/**
 * Sources that are read rather than waited for: issues of GitHub. What was read is emitted like any other signal; when a
 * source is due and whose turn it is, {@code signals.sourceconfig} knows.
 */
package dev.sightline.signals.imports;
