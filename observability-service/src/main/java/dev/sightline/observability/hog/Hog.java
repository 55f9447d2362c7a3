package dev.sightline.observability.hog;

import dev.sightline.observability.hog.compiler.Assembler;
import dev.sightline.observability.hog.compiler.BytecodeJson;
import dev.sightline.observability.hog.compiler.SourceCompiler;
import dev.sightline.observability.hog.grammar.HogCompileException;
import dev.sightline.observability.hog.library.Library;
import dev.sightline.observability.hog.vm.Program;

/** The Hog language: sources and bytecode in, programs and bytecode out. */
public final class Hog {

    private Hog() {}

    /**
     * The program of a source. Compile once; a program is run any number of times from any number of threads.
     *
     * @throws HogCompileException with line and column if the source is none
     */
    public static Program compile(String source, CompileOptions options) {
        return Assembler.assemble(SourceCompiler.compile(source, options.nullSafe()), Library.functions());
    }

    /**
     * The program that bytecode in JSON, {@code ["_H", 1, ...]}, spells out.
     *
     * @throws HogCompileException if it spells none
     */
    public static Program load(String bytecode) {
        return Assembler.assemble(BytecodeJson.read(bytecode), Library.functions());
    }

    /** A program's bytecode as JSON, for {@link #load} and for other machines. */
    public static String bytecode(Program program) {
        return BytecodeJson.write(program.bytecode());
    }
}
