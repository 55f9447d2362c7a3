package dev.sightline.signals.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.GithubConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/** Commits as GitHub knows them. */
@ApplicationScoped
public class Commits {

    private static final Pattern SHA = Pattern.compile("[0-9a-f]{7,40}");

    private final Github github;

    Commits(Github github) {
        this.github = github;
    }

    /** Who wrote a commit, and where it can be seen. */
    public record Author(String login, String name, String url) {}

    /** The author; empty if GitHub does not know the commit or a person who wrote it. */
    public Uni<Optional<Author>> author(GithubConnection connection, Repository repository, String sha) {
        if (!SHA.matcher(sha).matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return github.get(connection, repository.path() + "/commits/" + sha, Github.JSON)
                .map(answer -> answer.ok() ? person(answer.json()) : missing(answer));
    }

    private static Optional<Author> missing(GithubAnswer answer) {
        GithubRefusal refusal = new GithubRefusal(answer);
        if (refusal.status() == 404 || refusal.status() == 422) {
            return Optional.empty();
        }
        throw refusal;
    }

    private static Optional<Author> person(JsonNode commit) {
        String login = commit.path("author").path("login").asText("");
        boolean machine = login.endsWith("[bot]")
                || commit.path("author").path("type").asText().equals("Bot");
        return login.isBlank() || machine
                ? Optional.empty()
                : Optional.of(new Author(
                        login,
                        commit.path("commit").path("author").path("name").asText(login),
                        commit.path("html_url").asText("")));
    }
}
