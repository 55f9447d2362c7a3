package dev.sightline.vision.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sightline.vision.observation.Answer.Kind;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How often each answer was given. */
final class Answers {

    /** No tag anybody reads is longer, and an index holds no more. */
    private static final int MAX_TAG = 500;

    private final SortedMap<Answer, Long> counts = new TreeMap<>();
    private long tagged;

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
        Set<String> known = new HashSet<>();
        fixed.forEach(tag -> add(Kind.TAG, tag, times));
        freeform.forEach(tag -> add(Kind.FREEFORM, tag, times));
        Stream.of(fixed, freeform)
                .flatMap(List::stream)
                .filter(tag -> !known.add(tag))
                .forEach(tag -> add(Kind.AGAIN, tag, times));
        addTagged(known.isEmpty() ? 0 : times);
        if (said.score() != null) {
            add(Kind.SCORE, said.score().stripTrailingZeros().toPlainString(), times);
        }
        return this;
    }

    Answers add(Kind kind, String value, long times) {
        counts.merge(new Answer(kind, value), times, Long::sum);
        return this;
    }

    /** More observations with a tag. */
    void addTagged(long more) {
        tagged += more;
    }

    /** How many observations have a tag at all. */
    long tagged() {
        return tagged;
    }

    /** Every tag of either sort. */
    SortedSet<String> tags() {
        SortedSet<String> tags = new TreeSet<>(of(Kind.TAG).keySet());
        tags.addAll(of(Kind.FREEFORM).keySet());
        return tags;
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
        return other instanceof Answers answers && counts.equals(answers.counts) && tagged == answers.tagged;
    }

    @Override
    public int hashCode() {
        return Objects.hash(counts, tagged);
    }

    @Override
    public String toString() {
        return counts + ", tagged " + tagged;
    }
}
