package dev.sightline.signals.artefact.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Required;
import java.util.List;

/** What was found out about one signal. */
record SignalFinding(
        @Required String signalId,
        @Required List<String> relevantCodePaths,
        @DefaultTo("{}") ObjectNode relevantCommitHashes,
        @Required @AllowBlank String dataQueried,
        @Required Boolean verified) {

    SignalFinding {
        relevantCommitHashes.properties().stream()
                .filter(hash -> !hash.getValue().isTextual())
                .findFirst()
                .ifPresent(hash -> {
                    throw ApiException.invalid("relevant_commit_hashes__" + hash.getKey(), "Not a valid string.");
                });
    }
}
