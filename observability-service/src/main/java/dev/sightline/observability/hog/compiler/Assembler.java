package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Body;
import dev.sightline.observability.hog.vm.Builtin;
import dev.sightline.observability.hog.vm.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns bytecode into programs that run. */
public final class Assembler {

    private static final int HEADER = 2;
    private static final int MAX_NESTING = 100;

    private final List<Object> items;
    private final Operations operations;
    private final Map<Integer, Body> bodies = new HashMap<>();
    private int nesting;

    private Assembler(List<Object> items, Map<String, Builtin> library) {
        this.items = items;
        this.operations = new Operations(library);
    }

    /**
     * The program that bytecode spells out.
     *
     * @param library the functions it may call, by name
     * @throws dev.sightline.observability.hog.grammar.HogCompileException if it spells none
     */
    public static Program assemble(List<Object> items, Map<String, Builtin> library) {
        if (items.isEmpty() || !"_H".equals(items.get(0))) {
            throw Fault.inBytecode("Invalid bytecode. Must start with '_H'");
        }
        if (items.size() < HEADER || Decoder.requireInteger(items.get(1), 1) != 1) {
            throw Fault.inBytecode("Unsupported version of bytecode");
        }
        Assembler assembler = new Assembler(items, library);
        Body body = assembler.body(new AssembledBody.Signature("root", 0, 0), HEADER, items.size());
        return new Program(body, items);
    }

    Operations operations() {
        return operations;
    }

    /** The function whose code lies between two positions. */
    Body body(AssembledBody.Signature signature, int from, int to) {
        Body known = bodies.get(from);
        if (known != null) {
            return known;
        }
        if (++nesting > MAX_NESTING) {
            throw Fault.inBytecode("The program is nested too deeply");
        }
        List<Instruction> code = new Decoder(items).decode(from, to);
        Body body = new FunctionAssembler(this, new Flow(code, to), signature).assemble(nesting == 1);
        nesting--;
        bodies.put(from, body);
        return body;
    }
}
