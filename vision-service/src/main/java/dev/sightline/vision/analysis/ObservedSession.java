package dev.sightline.vision.analysis;

import dev.sightline.vision.analysis.timeline.Timeline;
import dev.sightline.vision.recording.SessionCounters;

/** A session as an analyst sees it. */
public record ObservedSession(String projectName, SessionCounters counters, Timeline timeline) {}
