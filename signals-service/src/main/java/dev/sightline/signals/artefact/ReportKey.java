package dev.sightline.signals.artefact;

import java.util.UUID;

/** Which report of which project is meant. */
record ReportKey(int projectId, UUID id) {}
