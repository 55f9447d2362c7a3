package dev.sightline.observability.hog.bench;

import dev.sightline.observability.hog.CompileOptions;
import dev.sightline.observability.hog.Hog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes the bytecode of the benchmark programs, so that both machines run the same. */
final class BytecodeExport {

    private BytecodeExport() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(System.getProperty("hog.load"));
        Path target = Files.createDirectories(folder.resolve("target"));
        for (Path program : programs(folder.resolve("programs"))) {
            String name = program.getFileName().toString();
            String bytecode = Hog.bytecode(Hog.compile(Files.readString(program), CompileOptions.evaluation()));
            Files.writeString(target.resolve(name + "e"), bytecode);
        }
    }

    private static List<Path> programs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
