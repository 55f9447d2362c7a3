package dev.sightline.signals.artefact.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who should look at a report. In the artefact it is a bare list, here the member of a record. */
record SuggestedReviewers(@Required List<Reviewer> content) {

    /** Somebody by the login at GitHub, always in lower case. */
    record Reviewer(
            @Required String githubLogin,
            @Nullable @AllowBlank String githubName,
            @DefaultTo("[]") List<RelevantCommit> relevantCommits) {

        Reviewer {
            githubLogin = githubLogin.toLowerCase(Locale.ROOT);
        }
    }

    /** A commit that speaks for the reviewer. */
    record RelevantCommit(
            @Required String sha,
            @Required String url,
            @Required @AllowBlank String reason) {}

    private static final Set<String> COMMIT = Set.of("sha", "url", "reason");

    /** Commits, unlike everything else, must have no members that are not known. */
    static void refuseStrangers(JsonNode reviewers) {
        for (JsonNode reviewer : reviewers) {
            for (JsonNode commit : reviewer.path("relevant_commits")) {
                commit.properties().stream()
                        .filter(member -> !COMMIT.contains(member.getKey()))
                        .findFirst()
                        .ifPresent(member -> {
                            throw ApiException.invalid(
                                    "relevant_commits__" + member.getKey(), "This field is not known here.");
                        });
            }
        }
    }
}
