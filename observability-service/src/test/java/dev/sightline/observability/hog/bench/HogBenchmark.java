package dev.sightline.observability.hog.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.observability.hog.CompileOptions;
import dev.sightline.observability.hog.Hog;
import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.observability.hog.vm.Limits;
import dev.sightline.observability.hog.vm.Program;
import dev.sightline.observability.hog.vm.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Runs the programs of {@code deploy/load/hog/programs} from their bytecode, and compiles them from source. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class HogBenchmark {

    @Param({"loop", "fib", "nested", "strings", "arrays", "json", "text", "evaluation"})
    public String name;

    private String source;
    private Program program;
    private Globals globals;

    @Setup
    public void load() throws IOException {
        Path folder = Path.of(System.getProperty("hog.load"));
        source = Files.readString(folder.resolve("programs").resolve(name + ".hog"));
        program = Hog.load(Files.readString(folder.resolve("target").resolve(name + ".hoge")));
        globals = Globals.of(Json.read(Files.readString(folder.resolve("globals.json")), JsonNode.class));
    }

    @Benchmark
    public Result run() {
        return program.run(globals, Limits.standard());
    }

    @Benchmark
    public Result compileAndRun() {
        return Hog.compile(source, CompileOptions.evaluation()).run(globals, Limits.standard());
    }
}
