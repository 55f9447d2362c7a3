package dev.sightline.model.provider;

import dev.sightline.model.ModelMessage;
import dev.sightline.model.ModelMessage.Role;
import dev.sightline.model.ModelRequest;
import java.util.List;
import java.util.stream.Stream;

/** Puts a question's schema into words, for models that take none beside the question (spec/observability.md 4.4.2). */
final class SpokenSchema {

    private static final String DEMAND =
            "Answer with one JSON value that satisfies this JSON Schema, and with nothing before or after it:\n";

    private SpokenSchema() {}

    /** The same question with the schema in its first message, asked as coolly as the model can be. */
    static ModelRequest of(ModelRequest request) {
        return new ModelRequest(
                request.model(),
                messages(request.messages(), DEMAND + request.schema()),
                request.schemaName(),
                null,
                0.0,
                request.maxAnswerTokens(),
                request.timeout());
    }

    private static List<ModelMessage> messages(List<ModelMessage> asked, String demand) {
        boolean instructed = asked.get(0).role() == Role.SYSTEM;
        String instructions = instructed ? asked.get(0).text() + "\n\n" + demand : demand;
        return Stream.concat(
                        Stream.of(ModelMessage.system(instructions)),
                        asked.stream().skip(instructed ? 1 : 0))
                .toList();
    }
}
