package dev.sightline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that UTF-8 and the database can hold: NUL and halves of surrogate pairs, which JSON escapes can carry, become
 * U+FFFD.
 */
final class SafeText {

    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    static String of(String text) {
        int first = firstUnsafe(text, 0);
        if (first < 0) {
            return text;
        }
        char[] safe = text.toCharArray();
        for (int at = first; at >= 0; at = firstUnsafe(text, at + 1)) {
            safe[at] = REPLACEMENT;
        }
        return new String(safe);
    }

    private static int firstUnsafe(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c) && !paired(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** Makes every name and text in a tree safe, in place. */
    static ObjectNode in(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode before = object.get(name);
            JsonNode after = value(before);
            String safe = of(name);
            if (!safe.equals(name)) {
                object.remove(name);
                object.set(safe, after);
            } else if (after != before) {
                object.set(name, after);
            }
        }
        return object;
    }

    private static JsonNode value(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return in(object);
        }
        if (node instanceof ArrayNode array) {
            return items(array);
        }
        return node.isTextual() ? text((TextNode) node) : node;
    }

    private static ArrayNode items(ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
            JsonNode before = array.get(i);
            JsonNode after = value(before);
            if (after != before) {
                array.set(i, after);
            }
        }
        return array;
    }

    private static TextNode text(TextNode node) {
        String safe = of(node.textValue());
        return safe.equals(node.textValue()) ? node : TextNode.valueOf(safe);
    }
}
