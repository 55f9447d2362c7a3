package dev.sightline.vision.observation;

/** The handle of the job that looks again. */
record RetriedView(String workflowId) {}
