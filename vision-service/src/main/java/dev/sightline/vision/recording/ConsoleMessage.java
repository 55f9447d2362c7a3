package dev.sightline.vision.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One line of the browser's console (spec/platform.md C.1).
 *
 * @param text the string arguments, each cut at {@value #MAX_ARGUMENT} characters, joined by a space
 */
public record ConsoleMessage(Level level, String text, long timestamp) {

    public static final String PLUGIN = "rrweb/console@1";
    static final int MAX_ARGUMENT = 2_999;
    private static final int MAX_ARGUMENTS = 50;

    public enum Level {
        LOG,
        WARN,
        ERROR;

        static Level of(String name) {
            return switch (name) {
                case "warn", "countReset" -> WARN;
                case "error", "assert" -> ERROR;
                default -> LOG;
            };
        }

        /** The level as filters name it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The console line in an item, empty if the item is none. */
    public static Optional<ConsoleMessage> of(RrwebItem item) {
        return item.plugin().equals(PLUGIN) ? Optional.of(read(item)) : Optional.empty();
    }

    private static ConsoleMessage read(RrwebItem item) {
        Level level = Level.of(item.payload().path("level").asText(""));
        return new ConsoleMessage(level, joined(item.payload().path("payload")), item.timestamp());
    }

    private static String joined(JsonNode arguments) {
        return StreamSupport.stream(arguments.spliterator(), false)
                .filter(JsonNode::isTextual)
                .limit(MAX_ARGUMENTS)
                .map(argument -> cut(argument.textValue()))
                .collect(Collectors.joining(" "));
    }

    private static String cut(String text) {
        return text.length() <= MAX_ARGUMENT ? text : text.substring(0, MAX_ARGUMENT);
    }
}
