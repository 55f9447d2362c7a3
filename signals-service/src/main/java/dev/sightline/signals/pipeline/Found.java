package dev.sightline.signals.pipeline;

import java.util.List;

/** What one query found, nearest first. */
public record Found(Query query, List<Candidate> candidates) {}
