package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Suggests who should look at a report: the authors of the commits that its findings name (spec/signals.md 2.11). Of n
 * commits the i-th, counted from 0, speaks for its author with n − i; the {@value #KEPT} with the most are kept.
 */
public final class ReviewerRanking {

    /** Commits whose authors are looked up at most. */
    public static final int LOOKED_UP = 15;

    private static final int KEPT = 3;

    private ReviewerRanking() {}

    /** A commit that a finding names, and why it matters. */
    public record Named(String sha, String reason) {}

    /** A commit and who wrote it. */
    public record Authored(Named commit, String login, String name, String url) {}

    /** The commits to look up, each once with the reason it was first named for. */
    public static List<Named> commits(List<JsonNode> findings) {
        Map<String, String> reasons = new LinkedHashMap<>();
        findings.forEach(finding -> finding.path("relevant_commit_hashes")
                .properties()
                .forEach(hash -> reasons.putIfAbsent(
                        hash.getKey().toLowerCase(Locale.ROOT), hash.getValue().asText())));
        return reasons.entrySet().stream()
                .limit(LOOKED_UP)
                .map(entry -> new Named(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Content of the artefact {@code suggested_reviewers}.
     *
     * @param authored in the order of {@link #commits}; empty where nobody is known to have written it
     */
    public static ArrayNode rank(List<Optional<Authored>> authored) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        Map<String, List<Authored>> commits = new LinkedHashMap<>();
        for (int i = 0; i < authored.size(); i++) {
            int weight = authored.size() - i;
            authored.get(i).ifPresent(commit -> {
                String login = commit.login().toLowerCase(Locale.ROOT);
                weights.merge(login, weight, Integer::sum);
                commits.computeIfAbsent(login, key -> new ArrayList<>()).add(commit);
            });
        }
        ArrayNode ranked = Json.mapper().createArrayNode();
        weights.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(KEPT)
                .forEach(entry -> ranked.add(reviewer(entry.getKey(), commits.get(entry.getKey()))));
        return ranked;
    }

    private static ObjectNode reviewer(String login, List<Authored> commits) {
        ObjectNode reviewer = Json.mapper()
                .createObjectNode()
                .put("github_login", login)
                .put("github_name", commits.get(0).name());
        ArrayNode relevant = reviewer.putArray("relevant_commits");
        commits.forEach(commit -> relevant.addObject()
                .put("sha", commit.commit().sha())
                .put("url", commit.url())
                .put("reason", commit.commit().reason()));
        return reviewer;
    }
}
