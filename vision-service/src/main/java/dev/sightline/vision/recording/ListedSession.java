package dev.sightline.vision.recording;

import java.math.BigDecimal;

/** A session and where it stands in the order of its list. */
record ListedSession(StoredSession session, BigDecimal position) {}
