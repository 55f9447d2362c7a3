package dev.sightline.observability.hog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.observability.hog.grammar.HogCompileException;
import dev.sightline.observability.hog.model.ProgramGenerator;
import dev.sightline.observability.hog.model.Statement;
import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.observability.hog.vm.Limits;
import dev.sightline.observability.hog.vm.Program;
import dev.sightline.observability.hog.vm.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever comes in, a compile error or a result comes out, in time. */
class FuzzTest {

    private static final Limits LIMITS = Limits.standard().withTime(Duration.ofMillis(100));
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final List<String> WORDS = List.of(
            "let",
            "a",
            "b",
            ":=",
            "=",
            "1",
            "0",
            "-1",
            "1.5",
            "'x'",
            "f'{a}'",
            "f'",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            ",",
            ";",
            ":",
            "?",
            "??",
            "?.",
            ".",
            "->",
            "x -> x",
            "+",
            "-",
            "*",
            "/",
            "%",
            "||",
            "<",
            "in",
            "like",
            "=~",
            "not",
            "and",
            "or",
            "is null",
            "between",
            "if",
            "else",
            "while",
            "for",
            "let i in",
            "fun f(a)",
            "return",
            "throw",
            "try",
            "catch",
            "(e)",
            "Error('x')",
            "print(a)",
            "length",
            "range(5)",
            "null",
            "true",
            "case when",
            "then",
            "end",
            "interval 1 day",
            "--",
            "\n",
            "/*",
            "'",
            "`q`",
            "é",
            "#",
            "lambda",
            "properties");
    private static final List<Object> ITEMS = List.of(
            "x",
            "print",
            "concat",
            "length",
            "values",
            "arrayMap",
            0,
            1,
            2,
            3,
            -3,
            4,
            -5,
            1.5,
            true,
            false,
            100,
            1000000,
            9000000000L);

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.randomValue(random -> sequence(random, 60));
    }

    @Provide
    Arbitrary<String> damagedPrograms() {
        return Arbitraries.randomValue(random -> {
            StringBuilder source = new StringBuilder(String.join(
                    "\n",
                    new ProgramGenerator(random)
                            .program().stream().map(Statement::source).toList()));
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(source.length());
                source.replace(at, Math.min(source.length(), at + random.nextInt(6)), sequence(random, 2));
            }
            return source.toString();
        });
    }

    @Provide
    Arbitrary<String> bytecode() {
        return Arbitraries.randomValue(random -> {
            List<Object> items = new ArrayList<>(List.of("\"_H\"", 1));
            for (int i = random.nextInt(40); i >= 0; i--) {
                items.add(random.nextInt(3) > 0 ? random.nextInt(58) : item(random));
            }
            return items.toString();
        });
    }

    @Provide
    Arbitrary<String> damagedBytecode() {
        return Arbitraries.randomValue(random -> {
            List<Statement> statements = new ProgramGenerator(random).program();
            String source =
                    String.join("\n", statements.stream().map(Statement::source).toList());
            List<Object> items = new ArrayList<>(
                    Hog.compile(source, CompileOptions.standard()).bytecode());
            items.replaceAll(item -> item instanceof String text ? "\"" + text + "\"" : item);
            for (int i = random.nextInt(5); i >= 0; i--) {
                items.set(
                        2 + random.nextInt(items.size() - 2), random.nextBoolean() ? random.nextInt(58) : item(random));
            }
            return items.toString();
        });
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void survivesAnyText(@ForAll("texts") String source) {
        check(source, () -> Hog.compile(source, CompileOptions.evaluation()));
    }

    @Property(tries = 800, shrinking = ShrinkingMode.OFF)
    void survivesDamagedPrograms(@ForAll("damagedPrograms") String source) {
        check(source, () -> Hog.compile(source, CompileOptions.standard()));
    }

    @Property(tries = 1000)
    void survivesAnyCharacters(@ForAll String source) {
        check(source, () -> Hog.compile(source, CompileOptions.standard()));
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void survivesAnyBytecode(@ForAll("bytecode") String bytecode) {
        check(bytecode, () -> Hog.load(bytecode));
    }

    @Property(tries = 800, shrinking = ShrinkingMode.OFF)
    void survivesDamagedBytecode(@ForAll("damagedBytecode") String bytecode) {
        check(bytecode, () -> Hog.load(bytecode));
    }

    private static void check(String input, Supplier<Program> compile) {
        long start = System.nanoTime();
        try {
            Result result = compile.get().run(Globals.none(), LIMITS);
            assertTrue(result.printed() != null, input);
        } catch (HogCompileException e) {
            assertTrue(!e.describe().isEmpty(), input);
        }
        long taken = System.nanoTime() - start;
        assertTrue(taken < LIMITS.time().plus(GRACE).toNanos(), () -> "took " + taken + " ns: " + input);
    }

    private static String sequence(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest); i >= 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }

    private static Object item(Random random) {
        Object item = ITEMS.get(random.nextInt(ITEMS.size()));
        return item instanceof String text ? "\"" + text + "\"" : item;
    }
}
