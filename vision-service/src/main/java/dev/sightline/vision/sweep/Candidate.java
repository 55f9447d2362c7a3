package dev.sightline.vision.sweep;

import java.time.Instant;

/** A session that a scanner is to look at. */
record Candidate(String sessionId, Instant end) {}
