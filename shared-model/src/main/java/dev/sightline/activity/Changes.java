package dev.sightline.activity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is different between two states of a thing, given by field. */
public final class Changes {

    private static final int LONGEST = 200;

    private Changes() {}

    /**
     * The fields that differ, each with what it was and what it is. Of documents and of long texts only the name is told:
     * they may hold what the log is not to repeat.
     */
    public static List<Map<String, Object>> between(Map<String, ?> before, Map<String, ?> after) {
        List<Map<String, Object>> changes = new ArrayList<>();
        after.forEach((field, value) -> {
            if (!Objects.equals(before.get(field), value)) {
                changes.add(change(field, before.get(field), value));
            }
        });
        return changes;
    }

    private static Map<String, Object> change(String field, Object before, Object after) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("field", field);
        if (isShort(before) && isShort(after)) {
            change.put("before", before);
            change.put("after", after);
        }
        return change;
    }

    private static boolean isShort(Object value) {
        return !(value instanceof JsonNode)
                && (value == null || value.toString().length() <= LONGEST);
    }
}
