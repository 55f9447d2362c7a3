package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.time.Timestamps;
import java.util.List;
import java.util.stream.Stream;

/** A member of an entry of a section: its name, its type and whether it may be null. */
record EntryMember(String name, String type, boolean nullable) {

    private static final int MAX_TEXT = 1_000;

    static List<EntryMember> parse(String members) {
        return Stream.of(members.split(" ")).map(EntryMember::one).toList();
    }

    private static EntryMember one(String member) {
        String[] parts = member.split(":");
        boolean nullable = parts[1].endsWith("?");
        return new EntryMember(parts[0], parts[1].replace("?", ""), nullable);
    }

    /** Whether a value, missing for none, may stand here. */
    boolean allows(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return nullable;
        }
        return switch (type) {
            case "int" -> value.canConvertToLong() && value.isIntegralNumber();
            case "bool" -> value.isBoolean();
            case "time" ->
                value.isTextual() && Timestamps.parse(value.textValue()).isPresent();
            default ->
                value.isTextual()
                        && value.textValue().length() <= MAX_TEXT
                        && value.textValue().indexOf('\0') < 0;
        };
    }
}
