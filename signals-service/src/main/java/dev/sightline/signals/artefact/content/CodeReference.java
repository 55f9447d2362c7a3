package dev.sightline.signals.artefact.content;

import dev.sightline.api.ApiException;
import dev.sightline.api.body.Required;
import dev.sightline.api.body.Untrimmed;
import jakarta.validation.constraints.Min;

/** Lines of code that matter for a report. */
record CodeReference(
        @Required String filePath,
        @Required @Min(1) Integer startLine,
        @Required Integer endLine,
        @Required @Untrimmed String contents,
        @Required String relevanceNote) {

    private static final int MAX_LINES = 20;
    private static final int MAX_LINE = 1_000;

    CodeReference {
        check(endLine >= startLine, "end_line", "The range must not end before it starts.");
        check(endLine - startLine < MAX_LINES, "end_line", "A reference has at most 20 lines.");
        check(contents.lines().count() <= MAX_LINES, "contents", "A reference has at most 20 lines.");
        check(
                contents.lines().allMatch(line -> line.length() <= MAX_LINE),
                "contents",
                "A line has at most 1000 characters.");
    }

    private static void check(boolean holds, String attr, String complaint) {
        if (!holds) {
            throw ApiException.invalid(attr, complaint);
        }
    }
}
