package dev.sightline.vision.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a property filter. One that is not complete, as an editor leaves it, restricts nothing. */
final class PropertyReader {

    private static final Set<String> MEMBERS =
            Set.of("type", "key", "value", "operator", "label", "group_type_index", "group_key_names", "cohort_name");

    private static final Set<String> NOT_KEPT =
            Set.of("cohort", "group", "element", "hogql", "feature", "flag", "event_metadata");

    private static final Set<String> CONSOLE_KEYS = Set.of("level", "message");

    private PropertyReader() {}

    /** A filter of any type, in a list whose filters are of {@code type} if they do not say. */
    static Optional<SessionTest> read(JsonNode node, String type) {
        Members property = members(node);
        String stated = property.text("type").orElse(type);
        return stated.equals("empty") ? Optional.empty() : complete(property).map(test -> ofType(stated, test));
    }

    static Optional<SessionTest> recording(JsonNode node) {
        return read(node, "recording").map(PropertyReader::onlyColumn);
    }

    static Optional<PropertyTest> console(JsonNode node) {
        return read(node, "log_entry").map(PropertyReader::onlyConsole);
    }

    private static SessionTest onlyColumn(SessionTest test) {
        if (!(test instanceof ColumnTest)) {
            throw new InvalidSessionFilter("'having_predicates' takes filters of the type 'recording' only.");
        }
        return test;
    }

    private static PropertyTest onlyConsole(SessionTest test) {
        if (!(test instanceof ConsoleTest console)) {
            throw new InvalidSessionFilter("'console_log_filters' takes filters of the type 'log_entry' only.");
        }
        return console.properties().get(0);
    }

    private static Members members(JsonNode node) {
        return Members.of(node, "A property filter", MEMBERS);
    }

    private static SessionTest ofType(String type, PropertyTest test) {
        return switch (type) {
            case "event" -> new EventPropertyTest(test);
            case "person" -> new PersonTest(test);
            case "log_entry" -> new ConsoleTest(List.of(consoleTest(test)));
            case "session" -> new ColumnTest(known(SessionColumn.ofSession(test.key()), type), test);
            case "recording" -> new ColumnTest(known(SessionColumn.ofRecording(test.key()), type), test);
            default -> throw unknownType(type);
        };
    }

    private static InvalidSessionFilter unknownType(String type) {
        return new InvalidSessionFilter(
                NOT_KEPT.contains(type)
                        ? "Filters of the type '" + type + "' cannot be evaluated here."
                        : "A property filter has an unknown type.");
    }

    private static SessionColumn known(Optional<SessionColumn> column, String type) {
        return column.orElseThrow(() ->
                new InvalidSessionFilter("A filter of the type '" + type + "' has a key that is not known here."));
    }

    private static PropertyTest consoleTest(PropertyTest test) {
        if (!CONSOLE_KEYS.contains(test.key())) {
            throw new InvalidSessionFilter("A filter of the type 'log_entry' has the key 'level' or 'message'.");
        }
        return test;
    }

    private static Optional<PropertyTest> complete(Members property) {
        Operator operator = operator(property);
        Values values = Values.of(property.get("value"), levels(property));
        Optional<String> key = property.text("key").filter(text -> !text.isEmpty());
        return key.isEmpty() || (values.isEmpty() && !operator.needsNoValue())
                ? Optional.empty()
                : Optional.of(
                        new PropertyTest(key.get(), ComparisonReader.read(operator, values), operator.isNegative()));
    }

    private static Operator operator(Members property) {
        return Operator.named(property.text("operator").orElse("exact"))
                .orElseThrow(
                        () -> new InvalidSessionFilter("A property filter has an operator that is not known here."));
    }

    /** The level of ordinary lines has two names. */
    private static boolean levels(Members property) {
        return property.text("type").orElse("log_entry").equals("log_entry")
                && property.text("key").orElse("").equals("level");
    }
}
