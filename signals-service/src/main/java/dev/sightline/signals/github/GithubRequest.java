package dev.sightline.signals.github;

/**
 * Something to get from GitHub.
 *
 * @param path below the connection's base, with its query
 * @param accept media type
 * @param etag of an answer that is still good, null for none
 */
public record GithubRequest(String path, String accept, String etag) {

    /** The same list on another page. Only the query is GitHub's: a token never follows a link to another host. */
    GithubRequest page(String query) {
        return new GithubRequest(path.replaceFirst("\\?.*", "") + "?" + query, accept, null);
    }
}
