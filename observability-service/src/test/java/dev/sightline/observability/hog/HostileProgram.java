package dev.sightline.observability.hog;

import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.observability.hog.vm.Limits;
import dev.sightline.observability.hog.vm.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A program of {@code hog/hostile.txt} that wants more than it may have: its name, what is expected of it, its source. */
public record HostileProgram(String name, String expected, String source) {

    private static final Globals GLOBALS = Globals.of(
            Map.of("properties", Map.of("list", IntStream.range(0, 5000).boxed().toList())));

    /** All of them. */
    public static List<HostileProgram> all() throws IOException {
        try (InputStream file = HostileProgram.class.getResourceAsStream("/hog/hostile.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^### "))
                    .filter(part -> !part.isBlank())
                    .map(HostileProgram::parse)
                    .toList();
        }
    }

    private static HostileProgram parse(String part) {
        String[] head = part.substring(0, part.indexOf('\n')).split(": ");
        return new HostileProgram(head[0], head[1], part.substring(part.indexOf('\n')));
    }

    /** Compiles and runs it. */
    public Result run(Limits limits) {
        return Hog.compile(source, CompileOptions.standard()).run(GLOBALS, limits);
    }

    /** How it ended, in the words of {@link #expected}. */
    public static String end(Result result) {
        if (result instanceof Result.Failed failed) {
            return failed.message().contains("host")
                    ? failed.message()
                    : failed.kind().name();
        }
        return "RETURNS";
    }

    @Override
    public String toString() {
        return name;
    }
}
