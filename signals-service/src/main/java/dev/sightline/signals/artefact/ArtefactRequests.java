package dev.sightline.signals.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.Refusal;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import dev.sightline.json.Wire;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Bodies that the routes of artefacts take. */
final class ArtefactRequests {

    private ArtefactRequests() {}

    /** An artefact to append. */
    record Append(@Required String artefactType, @Required JsonNode content) {

        Append {
            checkContainer(content);
        }

        ArtefactType type() {
            return writable(Wire.find(ArtefactType.class, artefactType)
                    .orElseThrow(
                            () -> new Refusal(400, "Unknown artefact type \"" + artefactType + "\". " + accepted())));
        }
    }

    /** Another content for an artefact. */
    record Change(@Required JsonNode content) {

        Change {
            checkContainer(content);
        }
    }

    /** The reviewers a report shall have. */
    record Reviewers(@Required @Size(max = 10) List<Reviewer> content) {}

    /** Somebody by login or by identity. */
    record Reviewer(
            @Nullable @Size(max = 200) String githubLogin,
            @Nullable UUID userUuid,
            @Nullable @Size(max = 200) String githubName,
            @Nullable @Size(max = 500) String reason) {

        Reviewer {
            if (githubLogin == null && userUuid == null) {
                throw ApiException.invalid(null, "Each reviewer needs a github_login or a user_uuid.");
            }
        }
    }

    private static void checkContainer(JsonNode content) {
        if (!content.isContainerNode()) {
            throw ApiException.invalid("content", "The content must be an object or a list.");
        }
    }

    /** The type itself if callers may write it. */
    static ArtefactType writable(ArtefactType type) {
        if (!type.writable()) {
            throw new Refusal(400, "Artefacts of type \"" + Wire.name(type) + "\" are read-only. " + accepted());
        }
        return type;
    }

    private static String accepted() {
        return "Writable types: "
                + Arrays.stream(ArtefactType.values())
                        .filter(ArtefactType::writable)
                        .map(Wire::name)
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
