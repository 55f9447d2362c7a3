package dev.sightline.vision.recording;

import java.util.Comparator;

/** Names a session. The order is the one rows are locked in, so that two recorders never wait for each other in a ring. */
record SessionKey(int projectId, String sessionId) implements Comparable<SessionKey> {

    private static final Comparator<SessionKey> ORDER =
            Comparator.comparingInt(SessionKey::projectId).thenComparing(SessionKey::sessionId);

    @Override
    public int compareTo(SessionKey other) {
        return ORDER.compare(this, other);
    }
}
