/**
 * What looks at a session and answers a scanner's question: the port, the configuration it reads, the results it gives
 * and the rules they keep. How answers are found lives in {@code local} and {@code conversation}, what they are found in
 * lives in {@code timeline}. Nothing here knows of the database or of observations' states.
 */
package dev.sightline.vision.analysis;
