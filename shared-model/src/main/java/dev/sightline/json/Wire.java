package dev.sightline.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an enum's members are called in the API: the lower-case name, or the value of a {@link JsonProperty} on the
 * constant, which Jackson writes too.
 */
public final class Wire {

    private Wire() {}

    public static String name(Enum<?> constant) {
        try {
            JsonProperty given =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return given == null ? constant.name().toLowerCase(Locale.ROOT) : given.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All names of a vocabulary in the order of declaration. */
    public static List<String> names(Class<? extends Enum<?>> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Wire::name).toList();
    }

    /** The member with this name. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> vocabulary, String name) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(constant -> name(constant).equals(name))
                .findFirst();
    }
}
