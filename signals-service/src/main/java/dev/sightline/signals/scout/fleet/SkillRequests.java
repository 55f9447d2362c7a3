package dev.sightline.signals.scout.fleet;

import dev.sightline.api.Patch;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Required;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/** Bodies that the routes of skills take. */
final class SkillRequests {

    private static final int MAX_BODY = 1_000_000;

    private SkillRequests() {}

    record Create(
            @Required @Size(max = SkillName.MAX_LENGTH) String name,
            @Required @Size(max = 4_000) String description,
            @Required @Size(max = MAX_BODY) String body,
            @Size(max = 100) List<@Size(max = 200) String> allowedTools) {

        Create {
            SkillName.check("name", name);
        }

        SkillText text() {
            return new SkillText(description, body, Objects.requireNonNullElse(allowedTools, List.of()));
        }
    }

    record Change(
            @AllowBlank @Size(max = 4_000) Patch<String> description,
            @Size(max = MAX_BODY) Patch<String> body,
            @Size(max = 100) Patch<List<String>> allowedTools) {

        SkillText of(SkillText current) {
            return new SkillText(
                    description.or(current.description()),
                    body.or(current.body()),
                    allowedTools.or(current.allowedTools()));
        }
    }
}
