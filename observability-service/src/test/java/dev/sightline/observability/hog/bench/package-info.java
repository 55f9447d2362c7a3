/** Benchmarks of the Hog language; {@code deploy/load/hog/run} runs them next to the reference machine for Node. */
package dev.sightline.observability.hog.bench;
