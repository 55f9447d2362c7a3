package dev.sightline.observability.hog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.observability.hog.grammar.HogCompileException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompileErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return 1 &  2 | 1:10: SyntaxError: Unexpected character '&' (U+0026)",
                "let a := 'open | 1:10: SyntaxError: Unterminated or malformed string",
                "a := 1 | 1:1: Variable \"a\" not declared in this scope. Can not assign to globals.",
                "1 := 2 | 1:1: Can not assign to this type of expression",
                "return [1][0] | 1:12: Array access starts from 1",
                "try { } | 1:1: try statement must have at least one catch block",
                "try { } finally { } | 1:9: finally blocks are not yet supported",
                "let a := 1 let a := 2 | 1:16: Variable `a` already declared in this scope",
                "return 1 + {a} | 1:12: Placeholders are not allowed in this context",
                "return F'x' | 1:8: SyntaxError: Template strings begin with a lower-case f",
                "return sql(1) | 1:8: Queries are not supported in programs",
                "} | 1:1: SyntaxError: extraneous input '}' expecting ...",
            })
    void sayWhereAndWhy(String source, String expected) {
        assertEquals(
                expected,
                assertThrows(HogCompileException.class, () -> compile(source)).describe());
    }

    @Test
    void countLines() {
        HogCompileException e = assertThrows(HogCompileException.class, () -> compile("let a := 1\n\n  let b := `c\n"));

        assertEquals(3, e.line());
        assertEquals(12, e.column());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | Invalid bytecode. Must start with '_H'",
                "{} | Invalid bytecode: not a JSON array",
                "null | Invalid bytecode: not a JSON array",
                "[\"_H\"] | Unsupported version of bytecode",
                "[\"_H\", 2] | Unsupported version of bytecode",
                "[\"_H\", 1, 999] | Unexpected node while running bytecode in chunk \"root\": 999",
                "[\"_H\", 1, 32] | Unexpected end of bytecode",
                "[\"_H\", 1, 39, 5] | Invalid jump at position 2",
                "[\"_H\", 1, 36, 5] | Invalid slot at position 2",
                "[\"_H\", 1, 32, 5] | Invalid bytecode at position 2",
                "[\"_H\", 1, 52, \"f\", 0, 1, 2, 31, 38, 53, 1, true, -3, 35] | Invalid bytecode at position 9",
                "[\"_H\", 1, 52, \"f\", 0, 1, 2, 31, 38, 53, 1, false, -1, 35] | Invalid bytecode at position 9",
                "[\"_H\", 1, 29, 40, 1, 31, 31, 38] | Invalid bytecode. Paths meet with different stacks",
            })
    void sayWhatIsWrongWithBytecode(String bytecode, String expected) {
        assertEquals(
                expected,
                assertThrows(HogCompileException.class, () -> Hog.load(bytecode))
                        .describe());
    }

    static Stream<String> monsters() {
        int many = 100_000;
        return Stream.of(
                "return " + "(".repeat(many) + "1" + ")".repeat(many),
                "return " + "[".repeat(many) + "]".repeat(many),
                "return " + "{'a':".repeat(many) + "1" + "}".repeat(many),
                "{".repeat(many) + "}".repeat(many),
                "return " + "f'{".repeat(many) + "1" + "}'".repeat(many),
                "return " + "not ".repeat(many) + "1",
                "return " + "- ".repeat(many) + "a",
                "return " + "a ? b : ".repeat(many) + "1",
                "return " + "x -> ".repeat(many) + "1",
                "if (a) b else ".repeat(many) + "c",
                "return " + "1 + ".repeat(many) + "1",
                "return " + "a ?? ".repeat(many) + "1",
                "return a" + "[1]".repeat(many),
                "return a" + "(1)".repeat(many),
                "return " + "1 < ".repeat(60) + "1");
    }

    @ParameterizedTest
    @MethodSource("monsters")
    void refuseMonstersInTime(String source) {
        long start = System.nanoTime();
        assertThrows(HogCompileException.class, () -> compile(source));

        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 10);
    }

    @Test
    void doNotComeFromLengthAlone() {
        compile("print('line')\n".repeat(3000));
        compile("return " + "1 + ".repeat(300) + "1");
        compile("return " + "'a' || ".repeat(2000) + "'b'");
        compile("return " + "a and ".repeat(600) + "b");
        compile("return [" + "1, ".repeat(20_000) + "]");
        compile("let a := 1 " + "if (a = 1) { a := 2 } else { a := 3 }\n".repeat(1000));
        compile("return " + "(".repeat(100) + "1" + ")".repeat(100));
    }

    private static void compile(String source) {
        Hog.compile(source, CompileOptions.evaluation());
    }
}
