package dev.sightline.observability.hog.bench;

import dev.sightline.observability.hog.CompileOptions;
import dev.sightline.observability.hog.Hog;
import dev.sightline.observability.hog.vm.Program;
import java.util.ArrayList;
import java.util.List;

/** How much heap a compiled program of a hundred lines takes, its bytecode included. */
final class CompiledSize {

    private static final int PROGRAMS = 500;
    private static final String LINES = """
            let n := 0
            for (let i, word in ['sorry', 'cannot', 'unable']) {
              if (output ilike f'%{word}%' and length(output) > 10) {
                print('found', word, i)
                n := n + 1
              }
            }
            fun share(a, b) { return b = 0 ? 0.0 : a / b }
            let ratio := share(n, 3)
            let model := properties.$ai_model ?? 'unknown'
            """;

    private CompiledSize() {}

    public static void main(String[] arguments) {
        String source = ("{\n" + LINES.strip() + "\n}\n").repeat(8) + "return true\n// done\n// end\n// .\n";
        List<Program> programs = new ArrayList<>();
        programs.add(Hog.compile(source, CompileOptions.evaluation()));
        long before = used();
        for (int i = 0; i < PROGRAMS; i++) {
            programs.add(Hog.compile(source, CompileOptions.evaluation()));
        }
        long each = (used() - before) / PROGRAMS;
        System.out.printf(
                "%d lines: %d bytes each, %d programs%n", source.lines().count(), each, programs.size());
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
