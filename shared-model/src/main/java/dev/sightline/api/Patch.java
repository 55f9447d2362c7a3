package dev.sightline.api;

import java.util.function.Consumer;

/**
 * A member of a PATCH body: absent, explicitly null, or a value. An absent member changes nothing.
 *
 * @param present whether the body had the member at all
 * @param value what it held; null if absent or explicitly null
 */
public record Patch<T>(boolean present, T value) {

    private static final Patch<?> ABSENT = new Patch<>(false, null);

    /** The member that was not sent. */
    @SuppressWarnings("unchecked")
    public static <T> Patch<T> absent() {
        return (Patch<T>) ABSENT;
    }

    /** The member that was sent, with null standing for an explicit null. */
    public static <T> Patch<T> of(T value) {
        return new Patch<>(true, value);
    }

    /** The value to store when {@code current} is stored now. */
    public T or(T current) {
        return present ? value : current;
    }

    /** Hands the value, or the explicit null, to {@code change} if the member was sent. */
    public void ifPresent(Consumer<? super T> change) {
        if (present) {
            change.accept(value);
        }
    }
}
