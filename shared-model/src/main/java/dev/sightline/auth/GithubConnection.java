package dev.sightline.auth;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;

/**
 * An organization's way to its repositories.
 *
 * @param owner account whose repositories are meant
 * @param tokenEnv the environment variable that holds the access token, so that the file itself holds no secret
 * @param apiUrl base of the API, GitHub's own when the file does not say
 */
public record GithubConnection(
        @NotBlank String owner, @NotBlank String tokenEnv, URI apiUrl) {

    public GithubConnection {
        apiUrl = apiUrl == null ? URI.create("https://api.github.com") : apiUrl;
    }
}
