package dev.sightline.auth;

import dev.sightline.api.body.RawBody;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret as it came with a request.
 *
 * @param place where it was found, in the words of the refusal
 */
record Credential(String secret, Place place) {

    private static final String MEMBER = "personal_api_key";
    private static final Pattern BEARER = Pattern.compile("^Bearer\\s+(\\S.+)$");
    private static final Pattern PROJECT_SECRET = Pattern.compile("phs_[a-zA-Z0-9]+");

    /** The places in the order they are looked into; the first secret found is the only one tried. */
    enum Place {
        HEADER("Authorization header"),
        BODY("body"),
        QUERY("query string");

        private final String words;

        Place(String words) {
            this.words = words;
        }
    }

    static Optional<Credential> inHeader(String authorization) {
        Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        return bearer.matches() ? Optional.of(new Credential(bearer.group(1).trim(), Place.HEADER)) : Optional.empty();
    }

    static Optional<Credential> inBody(RawBody body) {
        return body.text(MEMBER).flatMap(secret -> of(secret, Place.BODY));
    }

    static Optional<Credential> inQuery(UriInfo uri) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(MEMBER))
                .flatMap(secret -> of(secret, Place.QUERY));
    }

    private static Optional<Credential> of(String secret, Place place) {
        return secret.isEmpty() ? Optional.empty() : Optional.of(new Credential(secret, place));
    }

    /** Whether it is a project's secret key, which none of our routes takes. */
    boolean isProjectSecret() {
        return PROJECT_SECRET.matcher(secret).matches();
    }

    /** What is said when nobody knows the secret. */
    String unknown() {
        return secret.startsWith("pha_") && place == Place.HEADER
                ? "Invalid access token."
                : "Personal API key found in request " + place.words + " is invalid.";
    }
}
