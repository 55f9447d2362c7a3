package dev.sightline.capture;

import java.util.UUID;

/**
 * The snapshots of one request (spec/platform.md B.7): who and where by its first event, the items of all.
 *
 * @param token the project's capture token; its shape is right, its project is not looked up
 * @param uuid identity of the first event; a client that sends the request again sends it again
 */
public record SnapshotPost(String token, UUID uuid, RecordedBy by, RawItems items) {

    /**
     * Whose recording it is.
     *
     * @param sessionId at most 70 characters of letters, digits and hyphens
     * @param windowId the session's id when the client names no window
     * @param library null when the client does not say
     */
    public record RecordedBy(String sessionId, String windowId, String distinctId, String source, String library) {}
}
