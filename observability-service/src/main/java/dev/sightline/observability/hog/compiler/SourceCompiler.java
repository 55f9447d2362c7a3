package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.Syntax;
import java.util.List;

/** Turns sources into bytecode. */
public final class SourceCompiler {

    private static final int VERSION = 1;

    private SourceCompiler() {}

    /**
     * The bytecode of a source.
     *
     * @param nullSafe whether ordering against null is false instead of a failure
     * @throws dev.sightline.observability.hog.grammar.HogCompileException if it has none
     */
    public static List<Object> compile(String source, boolean nullSafe) {
        return new StatementWriter(new FunctionScope(null), nullSafe)
                .program(Syntax.parse(source), new Code().item("_H").item(VERSION))
                .items();
    }
}
