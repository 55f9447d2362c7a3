package dev.sightline.api;

import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order a list is asked for, most significant key first. A request names keys, each with an optional leading
 * {@code -} for descending, comma-separated or repeated.
 */
public record Ordering(List<Key> keys) {

    /** One key, as the API names it. */
    public record Key(String name, boolean descending) {

        static Key of(String text) {
            return text.startsWith("-") ? new Key(text.substring(1), true) : new Key(text, false);
        }
    }

    /** An order written as a request would write it, for example {@code -created_at}. */
    public static Ordering by(String... keys) {
        return new Ordering(Stream.of(keys).map(Key::of).toList());
    }

    /**
     * The order the request asks for by any number of keys, or {@code otherwise}; a key outside {@code allowed} is a 400
     * on the parameter.
     */
    public static Ordering of(UriInfo uri, String parameter, Collection<String> allowed, Ordering otherwise) {
        List<Key> keys = Filters.of(uri).texts(parameter).stream()
                .map(text -> known(parameter, text, allowed))
                .toList();
        return keys.isEmpty() ? otherwise : new Ordering(keys);
    }

    /** The same for an endpoint that sorts by one key only: a second one is a 400 as well. */
    public static Ordering single(UriInfo uri, String parameter, Collection<String> allowed, Ordering otherwise) {
        Ordering order = of(uri, parameter, allowed, otherwise);
        if (order != otherwise && order.keys().size() > 1) {
            throw ApiException.invalid(parameter, "invalid_choice", "Only one sort key is allowed.");
        }
        return order;
    }

    private static Key known(String parameter, String text, Collection<String> allowed) {
        Key key = Key.of(text);
        if (!allowed.contains(key.name())) {
            throw ApiException.invalid(
                    parameter,
                    "invalid_choice",
                    "Select a valid choice. " + text + " is not one of the available choices.");
        }
        return key;
    }
}
