package dev.sightline.observability.hog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A program of the resource folders with what it is expected to do. */
record ProgramFile(Path path) {

    private static final Path FOLDER = Path.of("src/test/resources/hog");

    static Stream<ProgramFile> in(String folder) throws IOException {
        return Files.list(FOLDER.resolve(folder))
                .filter(path -> path.toString().endsWith(".hog"))
                .sorted()
                .map(ProgramFile::new);
    }

    String source() {
        return read(path);
    }

    String expected() {
        return comparable(read(sibling(".txt")).strip());
    }

    CompileOptions options() {
        return new CompileOptions(Files.exists(sibling(".options")));
    }

    /** Texts that are the host's own are compared without them. */
    String comparable(String outcome) {
        return outcome.replaceAll("!! JSONDecodeError: .*", "!! JSONDecodeError")
                .replace("Invalid closure: None", "Invalid closure: null");
    }

    private Path sibling(String extension) {
        return Path.of(path.toString().replaceFirst("\\.hog$", extension));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.getParent().getFileName() + "/" + path.getFileName();
    }
}
