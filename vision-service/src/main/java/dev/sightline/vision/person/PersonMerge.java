package dev.sightline.vision.person;

import dev.sightline.event.EventCaptured;

/** That a visitor without a name turned out to be somebody. */
record PersonMerge(int projectId, String distinctId, String anonymousId) {

    private static final int MAX_LENGTH = 400;

    static boolean isIn(EventCaptured event) {
        String anonymous = event.properties().path("$anon_distinct_id").asText("");
        return event.event().equals("$identify")
                && !anonymous.isEmpty()
                && anonymous.length() <= MAX_LENGTH
                && !anonymous.equals(event.distinctId());
    }

    static PersonMerge of(EventCaptured event) {
        return new PersonMerge(
                event.projectId(),
                event.distinctId(),
                event.properties().path("$anon_distinct_id").asText());
    }
}
