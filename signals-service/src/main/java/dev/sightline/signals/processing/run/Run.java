package dev.sightline.signals.processing.run;

import java.util.UUID;

/** One run of one report. */
record Run(int projectId, UUID id, UUID reportId) {}
