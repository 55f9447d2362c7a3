package dev.sightline.signals.pipeline;

import dev.sightline.signals.signal.SignalSource;

/** What a model is shown of a candidate: its text, and the report it is in. */
public record CandidateView(SignalSource source, String description, String reportTitle, int reportSize) {}
