package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.pipeline.ReviewerRanking.Authored;
import dev.sightline.signals.pipeline.ReviewerRanking.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewerRankingTest {

    @Test
    void aCommitIsNamedOnceForItsFirstReason() {
        List<Named> commits = ReviewerRanking.commits(
                List.of(finding("ABCDEF1", "broke it"), finding("abcdef1", "again"), finding("1234567", "near it")));

        assertEquals(List.of(new Named("abcdef1", "broke it"), new Named("1234567", "near it")), commits);
    }

    @Test
    void atMostFifteenCommitsAreLookedUp() {
        List<JsonNode> findings = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            findings.add(finding("%07d".formatted(i), "r"));
        }

        List<Named> commits = ReviewerRanking.commits(findings);

        assertEquals(15, commits.size());
        assertEquals("0000014", commits.get(14).sha());
    }

    @Test
    void theFirstCommitsSpeakLoudestAndThreeAreKept() {
        // weights 6 5 4 3 2 1: eve 6, bob 5 + 1, ann 4 + 2, dan 3
        JsonNode ranked = ReviewerRanking.rank(List.of(
                by("Eve", "1"), by("bob", "2"), by("ann", "3"), by("dan", "4"), by("ann", "5"), by("bob", "6")));

        assertEquals(List.of("ann", "bob", "eve"), ranked.findValuesAsText("github_login"));
        assertEquals(
                "{\"github_login\":\"ann\",\"github_name\":\"Name of ann\",\"relevant_commits\":["
                        + "{\"sha\":\"3\",\"url\":\"https://x/3\",\"reason\":\"because 3\"},"
                        + "{\"sha\":\"5\",\"url\":\"https://x/5\",\"reason\":\"because 5\"}]}",
                ranked.get(0).toString());
    }

    @Test
    void anUnknownAuthorTakesNoPlaceButKeepsItsWeightFromOthers() {
        JsonNode ranked = ReviewerRanking.rank(List.of(Optional.empty(), by("bob", "2"), by("ann", "3")));

        assertEquals(List.of("bob", "ann"), ranked.findValuesAsText("github_login"));
        assertTrue(ReviewerRanking.rank(List.of(Optional.empty())).isEmpty());
    }

    private static JsonNode finding(String sha, String reason) {
        ObjectNode finding = Json.mapper().createObjectNode();
        finding.putObject("relevant_commit_hashes").put(sha, reason);
        return finding;
    }

    private static Optional<Authored> by(String login, String sha) {
        return Optional.of(
                new Authored(new Named(sha, "because " + sha), login, "Name of " + login, "https://x/" + sha));
    }
}
