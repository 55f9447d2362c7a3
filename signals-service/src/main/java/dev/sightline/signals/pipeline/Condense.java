package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.model.ModelException;
import dev.sightline.signals.pipeline.Answers.Property;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Brings an imported text that is too long to be compared well to a title line and a compact summary (spec/signals.md
 * 1.5). Where no model answers, the text is cut. Never fails.
 */
public final class Condense {

    /** Characters of a text that stays as it is. */
    public static final int ENOUGH = 2_000;

    /** More than any issue tracker takes; what is beyond is not shown to the model. */
    private static final int SHOWN = 70_000;

    private static final int MAX_TITLE = 99;
    private static final int RETRIES = 2;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    private static final String TASK = """
            Summarise the text of a ticket for colleagues who will not read it. The title is one line of fewer than 100
            characters. The summary, at most 1,800 characters, keeps what fails, where, for whom, since when and how to see
            it: exact names, messages, pages and numbers, no greetings, no templates, no personal data.""";

    private final Optional<Interview> interview;
    private final Duration firstWait;

    Condense(Optional<Interview> interview, Duration firstWait) {
        this.interview = interview;
        this.firstWait = firstWait;
    }

    /** Without a model. */
    public static Condense local() {
        return new Condense(Optional.empty(), FIRST_WAIT);
    }

    public static Condense with(ModelChoice choice) {
        return new Condense(Optional.of(new Interview(choice)), FIRST_WAIT);
    }

    /** At most {@value #ENOUGH} characters of the same thing. A model that is away is asked three times. */
    public Uni<String> of(String text) {
        if (interview.isEmpty() || isShort(text)) {
            return Uni.createFrom().item(cut(text));
        }
        return interview
                .get()
                .ask(question(text))
                .onFailure(Condense::isAway)
                .retry()
                .withBackOff(firstWait, firstWait.multipliedBy(RETRIES))
                .atMost(RETRIES)
                .onFailure()
                .recoverWithItem(() -> cut(text));
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ModelException model && model.kind() == ModelException.Kind.TRANSIENT;
    }

    private static boolean isShort(String text) {
        return text.codePointCount(0, text.length()) <= ENOUGH;
    }

    /** The beginning, without breaking a character in two. */
    public static String cut(String text) {
        return isShort(text) ? text : text.substring(0, text.offsetByCodePoints(0, ENOUGH));
    }

    private static Question<String> question(String text) {
        return new Question<>(
                "condensed_text",
                TASK,
                Json.mapper().createObjectNode().put("text", text.substring(0, Math.min(SHOWN, text.length()))),
                Answers.schema(List.of(Property.of("title", "string"), Property.of("summary", "string"))),
                null,
                Condense::read);
    }

    private static String read(JsonNode answer) {
        String title = Answers.text(answer, "title", MAX_TITLE).replaceAll("\\s+", " ");
        return title + "\n" + Answers.text(answer, "summary", ENOUGH - title.length() - 1);
    }
}
