package dev.sightline.vision.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The value or values of a property filter. */
final class Values {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");
    private static final int MAX = 1_000;

    private final List<JsonNode> nodes = new ArrayList<>();
    private final boolean levels;

    private Values(boolean levels) {
        this.levels = levels;
    }

    /**
     * A value, or a list of values; null for none.
     *
     * @param levels whether they name levels of console lines
     */
    static Values of(JsonNode value, boolean levels) {
        Values values = new Values(levels);
        if (value.isArray()) {
            value.forEach(values::add);
        } else if (!value.isNull() && !value.isMissingNode()) {
            values.add(value);
        }
        return values;
    }

    private void add(JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            throw new InvalidSessionFilter(
                    "The value of a property filter is a text, a number, true, false or a list.");
        }
        if (nodes.size() == MAX) {
            throw new InvalidSessionFilter("A property filter has more than " + MAX + " values.");
        }
        nodes.add(node);
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    boolean isSingle() {
        return nodes.size() == 1;
    }

    List<String> texts() {
        return nodes.stream().map(this::text).toList();
    }

    private String text(JsonNode node) {
        String text = node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.asText();
        return levels && text.equals("info") ? "log" : text;
    }

    /** Those that are sent as numbers. */
    List<BigDecimal> numbers() {
        return nodes.stream()
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .toList();
    }

    /** The only value. */
    String single() {
        if (!isSingle()) {
            throw new InvalidSessionFilter("The operator of a property filter takes a single value.");
        }
        return text(nodes.get(0));
    }

    BigDecimal number() {
        return number(single());
    }

    /** Two numbers, the lower first. */
    List<BigDecimal> range() {
        List<BigDecimal> range = texts().stream().map(Values::number).toList();
        if (range.size() != 2 || range.get(0).compareTo(range.get(1)) > 0) {
            throw new InvalidSessionFilter("A range is two numbers, the lower first.");
        }
        return range;
    }

    private static BigDecimal number(String text) {
        return Optional.of(text.trim())
                .filter(NUMBER.asMatchPredicate())
                .map(BigDecimal::new)
                .orElseThrow(() -> new InvalidSessionFilter("The value of a property filter must be a number."));
    }
}
