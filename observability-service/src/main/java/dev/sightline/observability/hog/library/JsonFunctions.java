package dev.sightline.observability.hog.library;

/** JSON texts to values and back. */
final class JsonFunctions {

    private JsonFunctions() {}

    static void register(Registry library) {
        library.add("jsonParse", 1, (run, a) -> JsonReader.read(run, Arguments.text(a[0])))
                .add("isValidJSON", 1, (run, a) -> a[0] instanceof String text && JsonReader.isValid(run, text))
                .add("jsonStringify", 1, 2, (run, a) -> JsonWriter.write(run, a[0], Arguments.optional(a, 1)));
    }
}
