package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Builtin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All functions of the library by name. */
public final class Library {

    private static final Map<String, Builtin> FUNCTIONS = collect();

    private Library() {}

    public static Map<String, Builtin> functions() {
        return FUNCTIONS;
    }

    private static Map<String, Builtin> collect() {
        Map<String, Builtin> functions = new HashMap<>();
        List<Consumer<Registry>> themes = List.of(
                Basics::register,
                Conversions::register,
                Logic::register,
                Mathematics::register,
                Texts::register,
                TextSearch::register,
                Encodings::register,
                Hashes::register,
                JsonFunctions::register,
                JsonPaths::register,
                Containers::register,
                Lists::register,
                HigherOrder::register,
                Dates::register,
                Calendar::register,
                Networks::register);
        themes.forEach(theme -> theme.accept(new Registry(functions)));
        return Map.copyOf(functions);
    }
}
