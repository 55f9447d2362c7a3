package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.signal.SignalSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the labelled texts of {@code matching/}; the head of {@code tuning.txt} explains their notation. */
final class LabelledSignals {

    /** A signal and the group it belongs to. */
    record Labelled(String group, Signal signal) {}

    private final List<Labelled> read = new ArrayList<>();
    private String group;
    private String head;
    private StringBuilder text = new StringBuilder();

    private LabelledSignals() {}

    static List<Labelled> read(String file) {
        LabelledSignals labelled = new LabelledSignals();
        lines(file).filter(line -> !line.startsWith("# ")).forEach(labelled::line);
        labelled.seal();
        return labelled.read;
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = LabelledSignals.class.getResourceAsStream("/matching/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        if (line.startsWith("== ")) {
            seal();
            group = line.substring(3);
        } else if (line.startsWith("-- ")) {
            seal();
            head = line.substring(3);
        } else {
            text.append(line).append('\n');
        }
    }

    private void seal() {
        if (head != null) {
            read.add(new Labelled(group, signal(head.split(" "), text.toString().strip())));
        }
        head = null;
        text = new StringBuilder();
    }

    private Signal signal(String[] words, String description) {
        String[] pair = words[0].split("/");
        ObjectNode extra = Json.mapper().createObjectNode();
        for (int i = 1; i < words.length; i++) {
            String[] member = words[i].split("=", 2);
            extra.put(member[0], member[1]);
        }
        int number = read.size();
        return new Signal(
                new UUID(7, group.hashCode() * 31L + number),
                new SignalSource(pair[0], pair[1]),
                "id-" + group + number,
                description,
                0.5,
                extra,
                Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number));
    }
}
