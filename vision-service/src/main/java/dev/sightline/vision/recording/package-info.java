/**
 * Session recordings: the rrweb vocabulary, how items are packed into blocks and read back, and what is counted while
 * they pass. Storing blocks and serving them lives here too; what a session means is read in {@code analysis}.
 */
package dev.sightline.vision.recording;
