package dev.sightline.observability.capture;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Scripts by version and name. Versions that are put into the folder later are found as well. */
@ApplicationScoped
class Scripts {

    private static final Pattern VERSION = Pattern.compile("\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.js");

    private final Optional<Path> folder;

    Scripts(ScriptSettings settings) {
        this.folder = settings.folder();
    }

    /** The script of a version, unless it is not there or is no script. */
    Optional<Path> find(String version, String name) {
        return VERSION.matcher(version).matches() && NAME.matcher(name).matches()
                ? folder.map(versions -> versions.resolve(version).resolve(name))
                        .filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** The newest version there is. */
    Optional<String> newest() {
        return folder.filter(Files::isDirectory).flatMap(Scripts::newest);
    }

    private static Optional<String> newest(Path folder) {
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.map(version -> version.getFileName().toString())
                    .filter(VERSION.asMatchPredicate())
                    .max(Comparator.comparing(Version::parse));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** posthog-js itself, of the newest version; empty if there is none. */
    Optional<String> library() {
        return newest().flatMap(version -> find(version, "array.js")).map(Scripts::read);
    }

    static String read(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
