package dev.sightline.signals.github;

import dev.sightline.auth.GithubConnection;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Reads lists that GitHub answers in pages, up to a number of pages. */
public final class Pages {

    private static final int NOT_MODIFIED = 304;
    private static final int GONE = 410;

    private final Github github;
    private final int most;

    public Pages(Github github, int most) {
        this.github = github;
        this.most = most;
    }

    /**
     * The pages of a list; none if the first is still the one with this tag, or if the repository has no such list. Fails
     * with {@link GithubRefusal}.
     */
    public Uni<List<GithubAnswer>> getIfChanged(GithubConnection connection, String path, String etag) {
        return follow(connection, new GithubRequest(path, Github.JSON, etag), List.of());
    }

    private Uni<List<GithubAnswer>> follow(
            GithubConnection connection, GithubRequest request, List<GithubAnswer> before) {
        return github.get(connection, request).flatMap(answer -> next(connection, request, with(before, answer)));
    }

    private static List<GithubAnswer> with(List<GithubAnswer> before, GithubAnswer answer) {
        if (before.isEmpty() && (answer.status() == NOT_MODIFIED || answer.status() == GONE)) {
            return before;
        }
        if (!answer.ok() || !answer.complete()) {
            throw new GithubRefusal(answer);
        }
        List<GithubAnswer> all = new ArrayList<>(before);
        all.add(answer);
        return all;
    }

    private Uni<List<GithubAnswer>> next(GithubConnection connection, GithubRequest request, List<GithubAnswer> read) {
        String query = read.isEmpty() ? null : read.get(read.size() - 1).nextQuery();
        return query == null || read.size() == most
                ? Uni.createFrom().item(read)
                : follow(connection, request.page(query), read);
    }
}
