package dev.sightline.observability.hog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.observability.hog.grammar.HogCompileException;
import dev.sightline.observability.hog.vm.Limits;
import dev.sightline.observability.hog.vm.Program;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every program of the resource folders and compares what it prints, returns or fails with. */
class ProgramsTest {

    static Stream<ProgramFile> programs() throws IOException {
        return Stream.concat(ProgramFile.in("spec"), ProgramFile.in("own"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void runsFromSource(ProgramFile file) {
        assertEquals(file.expected(), outcome(file, () -> Hog.compile(file.source(), file.options())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void runsFromItsOwnBytecode(ProgramFile file) {
        assertEquals(
                file.expected(),
                outcome(file, () -> Hog.load(Hog.bytecode(Hog.compile(file.source(), file.options())))));
    }

    private static String outcome(ProgramFile file, Supplier<Program> compile) {
        try {
            return file.comparable(Outcomes.text(compile.get().run(EvaluationGlobals.example(), Limits.standard())));
        } catch (HogCompileException e) {
            return file.comparable(Outcomes.text(e));
        }
    }
}
