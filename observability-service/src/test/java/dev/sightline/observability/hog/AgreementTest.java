package dev.sightline.observability.hog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.observability.hog.model.ProgramGenerator;
import dev.sightline.observability.hog.model.Statement;
import dev.sightline.observability.hog.model.TreeWalker;
import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.observability.hog.vm.Limits;
import dev.sightline.observability.hog.vm.Program;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.opentest4j.TestAbortedException;

/** The executable form does what walking the tree of the same program does. */
class AgreementTest {

    private static final Limits LIMITS = Limits.standard().withPrinted(10_000_000);

    @Provide
    Arbitrary<List<Statement>> programs() {
        return Arbitraries.randomValue(random -> new ProgramGenerator(random).program());
    }

    private static String expected(List<Statement> statements) {
        try {
            return TreeWalker.run(statements);
        } catch (TreeWalker.TooLarge e) {
            throw new TestAbortedException();
        }
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void printsWhatTheTreeWalkerPrints(@ForAll("programs") List<Statement> statements) {
        String source =
                String.join("\n", statements.stream().map(Statement::source).toList());
        String expected = expected(statements);

        Program program = Hog.compile(source, CompileOptions.standard());
        Program nullSafe = Hog.load(Hog.bytecode(Hog.compile(source, CompileOptions.evaluation())));

        assertEquals(expected + "\n=> null", Outcomes.text(program.run(Globals.none(), LIMITS)), source);
        assertEquals(expected + "\n=> null", Outcomes.text(nullSafe.run(Globals.none(), LIMITS)), source);
    }
}
