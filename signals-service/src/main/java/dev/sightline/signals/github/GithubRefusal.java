package dev.sightline.signals.github;

import java.time.Duration;
import java.util.Optional;

/** GitHub answered something else than what was asked for. */
public final class GithubRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<Duration> retryAfter;

    public GithubRefusal(GithubAnswer answer) {
        super("GitHub answered " + answer.status() + ".", null, false, false);
        this.status = answer.status();
        this.retryAfter = answer.retryAfter();
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Whether the repository or branch is not there for the token that asked. */
    public boolean isInvisible() {
        return retryAfter.isEmpty() && (status == 401 || status == 403 || status == 404);
    }

    /** How long GitHub wants to be left alone; empty unless its limit is reached. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
