package dev.sightline.observability.hog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.observability.hog.grammar.HogCompileException;
import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.observability.hog.vm.Limits;
import dev.sightline.observability.hog.vm.Printer;
import dev.sightline.observability.hog.vm.Program;
import dev.sightline.observability.hog.vm.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs a program from the command line: prints what it prints, then {@code => value} if it returned something. Exits
 * with 0, with 1 if the program failed, with 2 if it does not compile or the command is wrong.
 */
public final class HogCommand {

    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final int PRINTED = Integer.MAX_VALUE / 2;

    private final PrintStream out;
    private final PrintStream err;

    HogCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = new HogCommand(out, err).run(arguments);
        out.flush();
        System.exit(status);
    }

    /** Runs a command line; answers the exit status. */
    int run(String... arguments) {
        try {
            HogCommandLine line = HogCommandLine.parse(arguments);
            Limits limits = Limits.standard().withTime(line.timeout()).withPrinted(PRINTED);
            return report(program(line).run(globals(line), limits));
        } catch (HogCompileException e) {
            return refuse(e.describe());
        } catch (IllegalArgumentException e) {
            return refuse(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return refuse("Can not read " + e.getMessage());
        }
    }

    private int refuse(String reason) {
        err.println(reason);
        return REFUSED;
    }

    private static Program program(HogCommandLine line) throws IOException {
        String text = Files.readString(line.file());
        return line.bytecode() ? Hog.load(text) : Hog.compile(text, new CompileOptions(line.nullSafe()));
    }

    private static Globals globals(HogCommandLine line) throws IOException {
        Path file = line.globals();
        if (file == null) {
            return Globals.none();
        }
        JsonNode object = Json.read(Files.readString(file), JsonNode.class);
        if (object == null || !object.isObject()) {
            throw new IllegalArgumentException("The globals must be a JSON object");
        }
        return Globals.of(object);
    }

    private int report(Result result) {
        if (!result.printed().isEmpty()) {
            out.println(result.printed());
        }
        if (result instanceof Result.Failed failed) {
            err.println(failed.message());
            return FAILED;
        }
        Object value = ((Result.Returned) result).value();
        if (value != null) {
            out.println("=> " + Printer.literal(value));
        }
        return 0;
    }
}
