package dev.sightline.signals.signal;

import dev.sightline.signals.signal.Shape.AnyOf;
import dev.sightline.signals.signal.Shape.Choice;
import dev.sightline.signals.signal.Shape.ListOf;
import dev.sightline.signals.signal.Shape.Member;
import dev.sightline.signals.signal.Shape.Members;
import dev.sightline.signals.signal.Shape.Nullable;
import dev.sightline.signals.signal.Shape.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;

/** Reads {@code taxonomy.txt}, whose head explains its notation. */
final class TaxonomyFile {

    /** Members of a pair that emits no signals. */
    static final Members CONFIG_ONLY = new Members(Map.of());

    private static final String NULLABLE = "|null";
    private static final String OBJECT = "{";
    private static final String OBJECTS = "[{";

    private final Map<SignalSource, Members> pairs = new LinkedHashMap<>();
    private final Deque<Map<String, Member>> open = new ArrayDeque<>();

    private TaxonomyFile() {}

    static Map<SignalSource, Members> read() {
        TaxonomyFile file = new TaxonomyFile();
        text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(file::line);
        return file.pairs;
    }

    private static String text() {
        try (InputStream in = TaxonomyFile.class.getResourceAsStream("taxonomy.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        String[] words = line.strip().split(" ");
        int depth = (line.length() - line.stripLeading().length()) / 2;
        if (depth == 0) {
            pair(SignalSource.parse(words[0]), words.length > 1);
            return;
        }
        while (open.size() > depth) {
            open.pop();
        }
        member(words[0], words[1]);
    }

    private void pair(SignalSource source, boolean configOnly) {
        open.clear();
        open.push(new LinkedHashMap<>());
        pairs.put(source, configOnly ? CONFIG_ONLY : new Members(open.peek()));
    }

    private void member(String name, String type) {
        boolean optional = name.endsWith("?");
        Map<String, Member> parent = open.peek();
        parent.put(optional ? name.substring(0, name.length() - 1) : name, new Member(!optional, shape(type)));
    }

    private Shape shape(String type) {
        if (type.equals(OBJECT)) {
            return nested();
        }
        if (type.equals(OBJECTS)) {
            return new ListOf(nested());
        }
        if (type.endsWith(NULLABLE)) {
            return new Nullable(shape(type.substring(0, type.length() - NULLABLE.length())));
        }
        if (type.startsWith("[")) {
            return new ListOf(shape(type.substring(1, type.length() - 1)));
        }
        return type.contains("/") ? choice(type) : scalars(type);
    }

    private Members nested() {
        open.push(new LinkedHashMap<>());
        return new Members(open.peek());
    }

    private static Choice choice(String type) {
        return new Choice(new LinkedHashSet<>(Arrays.asList(type.split("/"))));
    }

    private static AnyOf scalars(String type) {
        return new AnyOf(Arrays.stream(type.split("\\|"))
                .map(word -> Scalar.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList());
    }
}
