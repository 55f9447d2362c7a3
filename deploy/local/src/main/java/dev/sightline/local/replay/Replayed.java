package dev.sightline.local.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a replay did.
 *
 * @param sessions the recorded sessions' ids and the new ones, in the order of their first recording data
 * @param begin time that the first request was moved to
 * @param end time that the last request was moved to
 * @param refusals requests that were not answered with success, and how they were
 */
public record Replayed(int requests, Map<String, String> sessions, Instant begin, Instant end, List<String> refusals) {

    /** The new id of the only session. */
    public String session() {
        if (sessions.size() != 1) {
            throw new IllegalStateException("the recording has " + sessions.size() + " sessions");
        }
        return sessions.values().iterator().next();
    }
}
