package dev.sightline.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list (spec/platform.md A.6), made by {@link PageRequest#page}.
 *
 * @param count rows of the whole list
 * @param next link to the following page, null on the last
 * @param previous link to the page before, null on the first
 */
@JsonPropertyOrder({"count", "next", "previous", "results"})
public record Page<T>(
        long count,
        @Schema(nullable = true) String next,
        @Schema(nullable = true) String previous,
        List<T> results) {

    /** The same page with its results in another form. */
    public <R> Page<R> map(Function<T, R> form) {
        return new Page<>(count, next, previous, results.stream().map(form).toList());
    }
}
