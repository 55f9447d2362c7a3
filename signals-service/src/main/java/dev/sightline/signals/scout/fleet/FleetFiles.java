package dev.sightline.signals.scout.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the shipped scouts. {@code fleet.txt} lists their names; the file of a name has the lines {@code description:}
 * and {@code tools:}, an empty one, and the body.
 */
final class FleetFiles {

    private static final String DESCRIPTION = "description: ";
    private static final String TOOLS = "tools: ";

    private FleetFiles() {}

    static List<ShippedScout> read() {
        return text("fleet.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(FleetFiles::scout)
                .toList();
    }

    private static ShippedScout scout(String name) {
        return new ShippedScout(SkillName.PREFIX + name, parse(name, text(name + ".md")));
    }

    static SkillText parse(String name, String file) {
        List<String> lines = file.lines().toList();
        if (lines.size() < 4
                || !lines.get(0).startsWith(DESCRIPTION)
                || !lines.get(1).startsWith(TOOLS)
                || !lines.get(2).isEmpty()) {
            throw new IllegalStateException("The shipped scout " + name + " is malformed");
        }
        String tools = lines.get(1).substring(TOOLS.length());
        return new SkillText(
                lines.get(0).substring(DESCRIPTION.length()).strip(),
                String.join("\n", lines.subList(3, lines.size())).strip(),
                Stream.of(tools.split(","))
                        .map(String::strip)
                        .filter(tool -> !tool.isEmpty())
                        .toList());
    }

    private static String text(String file) {
        try (InputStream in = FleetFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The shipped scout's file " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
