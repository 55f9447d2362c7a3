package dev.sightline.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The README's table of what works with which client. It is written by the run and by nobody else. */
final class CompatibilityTable {

    private static final Path README = Path.of("../../README.md");
    private static final String BEGIN = "<!-- clients: written by the run of deploy/clients -->\n";
    private static final String END = "<!-- /clients -->\n";

    private final String text;

    private CompatibilityTable(String text) {
        this.text = text;
    }

    static CompatibilityTable of(Collection<Outcome> outcomes) {
        return new CompatibilityTable(
                outcomes.stream()
                        .collect(Collectors.groupingBy(Outcome::client, TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(client -> row(client.getKey(), client.getValue()))
                        .collect(Collectors.joining(
                                "", "\n| client | version | scenarios | passed |\n| --- | --- | --- | --- |\n", "\n")));
    }

    private static String row(String client, List<Outcome> outcomes) {
        int version = client.lastIndexOf(' ');
        String scenarios = outcomes.stream().map(Outcome::scenario).sorted().collect(Collectors.joining("; "));
        long passed = outcomes.stream().filter(Outcome::passed).count();
        return "| `%s` | %s | %s | %d of %d |\n"
                .formatted(
                        client.substring(0, version),
                        client.substring(version + 1),
                        scenarios,
                        passed,
                        outcomes.size());
    }

    /** Whether the README shows this table. */
    boolean isShown() throws IOException {
        return Files.readString(README).contains(BEGIN + text + END);
    }

    /** Puts it between the README's markers. */
    void write() throws IOException {
        String readme = Files.readString(README);
        String before = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length());
        Files.writeString(README, before + text + readme.substring(readme.indexOf(END)));
    }

    @Override
    public String toString() {
        return text;
    }
}
