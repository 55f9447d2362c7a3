package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.JavaValues;
import dev.sightline.observability.hog.vm.Run;

/** The JSON that programs see for values of the host: as {@code jsonStringify} would write them. */
public final class JsonText {

    private JsonText() {}

    /** The JSON of a value that {@link JavaValues#of} takes. */
    public static String of(Object value) {
        return JsonWriter.write(Run.outside(), JavaValues.of(value), null);
    }
}
