package dev.sightline.model.provider;

import static dev.sightline.model.ModelException.Kind.REJECTED;

import dev.langchain4j.http.client.HttpRequest;
import dev.sightline.model.ModelException;
import java.net.URI;
import java.time.Duration;

/**
 * A request about to be sent.
 *
 * @param trusted whether its address is the provider's own, not one that somebody configured
 * @param timeout of the whole call
 */
record OutgoingCall(HttpRequest request, boolean trusted, Duration timeout) {

    URI url() {
        try {
            return URI.create(request.url());
        } catch (IllegalArgumentException e) {
            throw new ModelException(REJECTED, "The provider's base URL is not a URL.");
        }
    }
}
