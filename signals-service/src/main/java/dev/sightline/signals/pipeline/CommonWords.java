package dev.sightline.signals.pipeline;

import dev.sightline.model.local.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The stems that reports of every kind use, read from {@code common-words.txt}. */
final class CommonWords {

    private static final Set<String> STEMS = read();

    private CommonWords() {}

    static boolean contains(String stem) {
        return STEMS.contains(stem);
    }

    private static Set<String> read() {
        try (InputStream in = CommonWords.class.getResourceAsStream("common-words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Words.of(line).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
