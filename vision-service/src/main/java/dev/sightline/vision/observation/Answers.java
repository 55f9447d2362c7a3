package dev.sightline.vision.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sightline.vision.observation.Answer.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** How often each answer was given. */
final class Answers {

    /** No tag anybody reads is longer, and an index holds no more. */
    private static final int MAX_TAG = 500;

    private final SortedMap<Answer, Long> counts = new TreeMap<>();

    /** What one answer of a model says. */
    static Answers of(JsonNode output) {
        JsonNode score = output.path("score");
        Said said = new Said(
                output.path("tags"), output.path("tags_freeform"), score.isNumber() ? score.decimalValue() : null);
        return new Answers().plus(said, 1);
    }

    /**
     * What statistics read of an answer.
     *
     * @param score null if there is none
     */
    record Said(JsonNode tags, JsonNode freeform, BigDecimal score) {

        static final Said NOTHING = new Said(MissingNode.getInstance(), MissingNode.getInstance(), null);
    }

    /** These and the same answer given a number of times. */
    Answers plus(Said said, long times) {
        List<String> fixed = texts(said.tags());
        List<String> freeform = texts(said.freeform());
        Set<String> any = new LinkedHashSet<>(fixed);
        any.addAll(freeform);
        fixed.forEach(tag -> add(Kind.TAG, tag, times));
        freeform.forEach(tag -> add(Kind.FREEFORM, tag, times));
        any.forEach(tag -> add(Kind.ANY_TAG, tag, times));
        if (!any.isEmpty()) {
            add(Kind.TAGGED, "", times);
        }
        if (said.score() != null) {
            add(Kind.SCORE, said.score().stripTrailingZeros().toPlainString(), times);
        }
        return this;
    }

    Answers add(Kind kind, String value, long times) {
        counts.merge(new Answer(kind, value), times, Long::sum);
        return this;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> text.length() <= MAX_TAG)
                .toList();
    }

    SortedMap<Answer, Long> counts() {
        return counts;
    }

    /** How often each value of a kind was given, by value. */
    SortedMap<String, Long> of(Kind kind) {
        SortedMap<String, Long> values = new TreeMap<>();
        counts.forEach((answer, count) -> {
            if (answer.kind() == kind) {
                values.put(answer.value(), count);
            }
        });
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers && counts.equals(answers.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
