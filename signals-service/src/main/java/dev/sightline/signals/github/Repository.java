package dev.sightline.signals.github;

import dev.sightline.auth.GithubConnection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A repository by its owner and name, written {@code owner/name}. */
public record Repository(String owner, String name) {

    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9][A-Za-z0-9-]{0,99})/([A-Za-z0-9._-]{1,100})");

    /** Empty if the text cannot be one, so that nothing else gets into a path. */
    public static Optional<Repository> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        boolean plain = written.matches() && !written.group(2).matches("\\.{1,2}");
        return plain ? Optional.of(new Repository(written.group(1), written.group(2))) : Optional.empty();
    }

    /** Whether it is one of the account that the connection is for; its token goes nowhere else. */
    public boolean isOf(GithubConnection connection) {
        return owner.equalsIgnoreCase(connection.owner());
    }

    public String path() {
        return "/repos/" + owner + "/" + name;
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
