package dev.sightline.signals.pipeline;

/** Whether one focused change would resolve a report and a newcomer, and what that change would be called. */
public record SpecificityVerdict(String prTitle, boolean specificEnough, String reason) {}
