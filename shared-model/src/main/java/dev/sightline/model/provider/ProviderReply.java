package dev.sightline.model.provider;

/**
 * What a provider sent back.
 *
 * @param retryAfter the header, null if there was none
 */
record ProviderReply(int status, String retryAfter, String body) {

    /** The body of a success; anything else is thrown. */
    String accepted() {
        if (status >= 200 && status < 300) {
            return body;
        }
        throw Failures.status(this);
    }
}
