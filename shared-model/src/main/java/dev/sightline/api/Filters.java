package dev.sightline.api;

import dev.sightline.json.Coercions;
import dev.sightline.json.Wire;
import dev.sightline.time.Timestamps;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The filters of a list's query string. A parameter that is absent or blank does not filter; one whose value cannot be
 * understood is a 400 whose {@code attr} is the parameter. Several values are comma-separated, repeated or both.
 */
public final class Filters {

    private final MultivaluedMap<String, String> query;

    private Filters(MultivaluedMap<String, String> query) {
        this.query = query;
    }

    public static Filters of(UriInfo uri) {
        return new Filters(uri.getQueryParameters());
    }

    /** The first value of the parameter, trimmed and without NUL, which no stored text holds. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(query.getFirst(name))
                .map(text -> text.replace("\0", "").trim())
                .filter(text -> !text.isEmpty());
    }

    /** All values of the parameter in the order sent, each once. */
    public Set<String> texts(String name) {
        return values(name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The values of a closed vocabulary; any other is a 400 that lists those allowed. */
    public Set<String> oneOf(String name, Collection<String> allowed) {
        Set<String> asked = texts(name);
        asked.stream().filter(value -> !allowed.contains(value)).findFirst().ifPresent(value -> {
            throw ApiException.invalid(
                    name,
                    "invalid_choice",
                    "\"" + value + "\" is not a valid choice. Allowed values: " + String.join(", ", allowed) + ".");
        });
        return asked;
    }

    /** The members of an enum, by their names in the API (see {@link Wire}). */
    public <E extends Enum<E>> Set<E> oneOf(String name, Class<E> vocabulary) {
        return oneOf(name, Wire.names(vocabulary)).stream()
                .map(value -> Wire.find(vocabulary, value).orElseThrow())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public List<UUID> uuids(String name) {
        return all(name, Coercions::uuid, "Must be a valid UUID.");
    }

    public List<Integer> integers(String name) {
        return all(name, Coercions::integer, "A valid integer is required.");
    }

    public Optional<Integer> integer(String name) {
        return one(name, Coercions::integer, "A valid integer is required.");
    }

    public Optional<Boolean> bool(String name) {
        return one(name, Coercions::bool, "Must be a valid boolean.");
    }

    public Optional<Instant> instant(String name) {
        return one(name, Timestamps::parse, Coercions.BAD_DATETIME);
    }

    private <T> Optional<T> one(String name, Function<String, Optional<T>> reading, String complaint) {
        return text(name).map(value -> read(name, value, reading, complaint));
    }

    private <T> List<T> all(String name, Function<String, Optional<T>> reading, String complaint) {
        return values(name)
                .map(value -> read(name, value, reading, complaint))
                .distinct()
                .toList();
    }

    private static <T> T read(String name, String value, Function<String, Optional<T>> reading, String complaint) {
        return reading.apply(value).orElseThrow(() -> ApiException.invalid(name, complaint));
    }

    private Stream<String> values(String name) {
        return query.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .filter(value -> !value.isEmpty());
    }
}
