package dev.sightline.vision.scanner;

/** The handle of a started job. */
record StartedView(String workflowId) {}
