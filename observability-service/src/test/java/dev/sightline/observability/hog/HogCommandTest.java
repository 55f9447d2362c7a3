package dev.sightline.observability.hog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HogCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsThenShowsWhatWasReturned() throws IOException {
        int status = run(file("a.hog", "print('hello', [1]) return {'a': 1.0}"));

        assertEquals("hello [1]\n=> {'a': 1.0}\n", text(out));
        assertEquals(0, status);
    }

    @Test
    void showsNothingWhenNothingWasReturned() throws IOException {
        assertEquals(0, run(file("a.hog", "1 + 1")));
        assertEquals("", text(out));
    }

    @Test
    void failsWithOneAndTheMessageOnStandardError() throws IOException {
        int status = run(file("a.hog", "print('before') throw Error('it is over')"));

        assertEquals("before\n", text(out));
        assertEquals("Error('it is over')\n", text(err));
        assertEquals(1, status);
    }

    @Test
    void refusesWithTwoAndThePlace() throws IOException {
        int status = run(file("a.hog", "let a := 1\nlet a := 2"));

        assertEquals("2:5: Variable `a` already declared in this scope\n", text(err));
        assertEquals(2, status);
    }

    @Test
    void readsGlobalsFromAFile() throws IOException {
        String globals = file("globals.json", "{\"properties\": {\"n\": 3}}");

        assertEquals(0, run(file("a.hog", "return properties.n + 1"), "--globals", globals));
        assertEquals("=> 4\n", text(out));
    }

    @Test
    void makesComparisonsWithNullFalseWhenAsked() throws IOException {
        String program = file("a.hog", "let x := null return x > 1");

        assertEquals(1, run(program));
        assertEquals(0, run(program, "--null-safe"));
        assertEquals("=> false\n", text(out));
    }

    @Test
    void runsBytecode() throws IOException {
        String bytecode = file("a.hoge", "[\"_H\", 1, 33, 2, 33, 1, 6, 38]");

        assertEquals(0, run(bytecode, "--bytecode"));
        assertEquals("=> 3\n", text(out));
    }

    @Test
    void endsAProgramThatTakesTooLong() throws IOException {
        assertEquals(1, run(file("a.hog", "while (true) {}"), "--timeout-ms", "50"));
        assertTrue(text(err).startsWith("Runtime exceeded 0.05 seconds"), text(err));
    }

    @Test
    void refusesWhatItCanNotUse() throws IOException {
        String program = file("a.hog", "return 1");

        assertEquals(2, run());
        assertEquals(2, run(program, "--unknown"));
        assertEquals(2, run(program, "--timeout-ms", "soon"));
        assertEquals(2, run(program, "--globals"));
        assertEquals(2, run(program, "--globals", file("list.json", "[1]")));
        assertEquals(2, run(program, "--globals", file("bad.json", "{")));
        assertEquals(2, run(folder.resolve("absent.hog").toString()));
        assertEquals(2, run(file("bad.hoge", "[\"_X\"]"), "--bytecode"));
        assertEquals("", text(out));
    }

    private int run(String... arguments) {
        return new HogCommand(new PrintStream(out, true), new PrintStream(err, true)).run(arguments);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
