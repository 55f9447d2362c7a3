package dev.sightline.vision.analysis.conversation;

import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelAnswer.Usage;
import dev.sightline.model.ModelMessage;
import java.util.List;
import java.util.stream.Stream;

/** What was said so far and what it cost. */
record Talk(List<ModelMessage> messages, Usage usage) {

    static Talk begin(ModelMessage... opening) {
        return new Talk(List.of(opening), Usage.NONE);
    }

    Talk ask(String text) {
        return new Talk(with(ModelMessage.user(text)), usage);
    }

    Talk hear(ModelAnswer answer) {
        return new Talk(with(ModelMessage.assistant(answer.text())), usage.plus(answer.usage()));
    }

    /** Back to what was said before, at the cost of what was said since. */
    Talk rolledBackTo(Talk earlier) {
        return new Talk(earlier.messages, usage);
    }

    private List<ModelMessage> with(ModelMessage message) {
        return Stream.concat(messages.stream(), Stream.of(message)).toList();
    }
}
