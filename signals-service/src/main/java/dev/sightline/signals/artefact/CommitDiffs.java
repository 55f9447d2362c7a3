package dev.sightline.signals.artefact;

import dev.sightline.api.Refusal;
import dev.sightline.auth.GithubConnection;
import dev.sightline.auth.Organization;
import dev.sightline.signals.github.DefaultBranches;
import dev.sightline.signals.github.Github;
import dev.sightline.signals.github.GithubAnswer;
import dev.sightline.signals.github.GithubRefusal;
import dev.sightline.signals.github.Repository;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** What a branch changes, as it is now, compared with its repository's default branch (spec/signals.md 6.5). */
@ApplicationScoped
class CommitDiffs {

    private static final Logger LOG = Logger.getLogger(CommitDiffs.class);
    private static final int MAX_CHARACTERS = 1_000_000;
    private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9._/+@=-]{1,250}");

    private final Github github;
    private final DefaultBranches branches;

    CommitDiffs(Github github, DefaultBranches branches) {
        this.github = github;
        this.branches = branches;
    }

    /** A diff, cut at the end of a line if it is too long. */
    record Diff(String diff, boolean truncated) {

        static Diff of(GithubAnswer answer) {
            String text = answer.body();
            if (answer.complete() && text.length() <= MAX_CHARACTERS) {
                return new Diff(text, false);
            }
            int end = text.lastIndexOf('\n', Math.min(text.length(), MAX_CHARACTERS) - 1);
            return new Diff(text.substring(0, end + 1), true);
        }
    }

    /** Whose repository and which branch. */
    private record Compared(GithubConnection connection, Repository repository, String base) {}

    Uni<Diff> of(Artefact artefact, Organization organization) {
        String branch = branch(artefact);
        Repository repository = repository(artefact);
        return readable(repository, organization)
                .flatMap(compared -> github.get(compared.connection(), path(compared, branch), Github.DIFF))
                .map(CommitDiffs::diff)
                .onFailure(failure -> !(failure instanceof Refusal))
                .transform(CommitDiffs::unavailable);
    }

    private static String branch(Artefact artefact) {
        if (artefact.type() != ArtefactType.COMMIT) {
            throw new Refusal(400, "Only artefacts of type commit have a diff.");
        }
        String branch = artefact.text("branch");
        if (!BRANCH.matcher(branch).matches() || branch.contains("..")) {
            throw new Refusal(400, "The commit names no branch that can be compared.");
        }
        return branch;
    }

    private static Repository repository(Artefact artefact) {
        return Repository.parse(artefact.text("repository"))
                .orElseThrow(() -> new Refusal(400, "The commit names no repository of the form owner/name."));
    }

    /** The first connection that can read the repository. */
    private Uni<Compared> readable(Repository repository, Organization organization) {
        List<GithubConnection> connections =
                organization.github().stream().filter(repository::isOf).toList();
        return Multi.createFrom()
                .iterable(connections)
                .onItem()
                .transformToMultiAndConcatenate(connection -> compared(connection, repository))
                .select()
                .first()
                .toUni()
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal(404, "No GitHub connection of this project can read " + repository + "."));
    }

    private Multi<Compared> compared(GithubConnection connection, Repository repository) {
        return branches.of(connection, repository)
                .map(base -> new Compared(connection, repository, base))
                .onFailure(CommitDiffs::isInvisible)
                .recoverWithNull()
                .toMulti();
    }

    private static boolean isInvisible(Throwable failure) {
        return failure instanceof GithubRefusal refusal && refusal.isInvisible();
    }

    private static String path(Compared compared, String branch) {
        return compared.repository().path() + "/compare/" + compared.base() + "..." + branch;
    }

    private static Diff diff(GithubAnswer answer) {
        if (!answer.ok()) {
            throw new GithubRefusal(answer);
        }
        return Diff.of(answer);
    }

    /** What a caller is told when GitHub does not deliver. */
    private static Refusal unavailable(Throwable failure) {
        LOG.infof("No diff from GitHub cause=%s", failure);
        if (failure instanceof GithubRefusal refusal && refusal.retryAfter().isPresent()) {
            Duration wait = refusal.retryAfter().get();
            return new Refusal(429, "GitHub's rate limit is reached.", wait);
        }
        return new Refusal(
                502, failure instanceof GithubRefusal ? failure.getMessage() : "GitHub could not be reached.");
    }
}
