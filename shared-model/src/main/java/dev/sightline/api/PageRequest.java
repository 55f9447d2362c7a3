package dev.sightline.api;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * Which page of a list is asked for, and how its neighbours are linked (spec/platform.md A.6). A limit or offset that
 * makes no sense falls back to its default and is never an error.
 *
 * @param limit rows to answer, at least 1
 * @param offset rows to skip, at least 0
 */
public record PageRequest(int limit, long offset, Link link) {

    /** Rows of a page when the request does not say. */
    public static final int DEFAULT_LIMIT = 100;

    /** The page the request asks for, {@link #DEFAULT_LIMIT} rows by default and with no cap. */
    public static PageRequest of(UriInfo uri) {
        return of(uri, DEFAULT_LIMIT, Integer.MAX_VALUE);
    }

    /** The page the request asks for, in an endpoint with limits of its own; more than the cap is cut to it. */
    public static PageRequest of(UriInfo uri, int defaultLimit, int cap) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        long limit = number(query.getFirst("limit"), 1, defaultLimit);
        return new PageRequest((int) Math.min(limit, cap), number(query.getFirst("offset"), 0, 0), Link.of(uri));
    }

    /** The page with these rows out of {@code count}. */
    public <T> Page<T> page(long count, List<T> results) {
        return new Page<>(count, next(count), previous(), results);
    }

    private String next(long count) {
        return offset + limit >= count ? null : link.to(limit, offset + limit);
    }

    private String previous() {
        return offset == 0 ? null : link.to(limit, Math.max(0, offset - limit));
    }

    private static long number(String text, long least, long otherwise) {
        try {
            long number = text == null ? otherwise : Long.parseLong(text.trim());
            return number < least || number > Long.MAX_VALUE / 2 ? otherwise : number;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
