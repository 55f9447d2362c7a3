package dev.sightline.api;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The address of a list, as the client wrote it: scheme, host, prefix and slash form of the request and all its query
 * parameters, sorted.
 */
record Link(String address, SortedMap<String, List<String>> query) {

    static Link of(UriInfo uri) {
        return new Link(address(uri), new TreeMap<>(uri.getQueryParameters()));
    }

    /** The link to another window of the list; an offset of 0 is left out. */
    String to(int limit, long offset) {
        SortedMap<String, List<String>> wanted = new TreeMap<>(query);
        wanted.put("limit", List.of(Integer.toString(limit)));
        wanted.put("offset", List.of(Long.toString(offset)));
        if (offset == 0) {
            wanted.remove("offset");
        }
        return address + "?" + encode(wanted);
    }

    /** The rewritten path of {@link PathFilter} is not what the client asked for: the server's request still has it. */
    private static String address(UriInfo uri) {
        ArcContainer container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return uri.getAbsolutePath().toString();
        }
        HttpServerRequest request = container.instance(HttpServerRequest.class).get();
        return request.scheme() + "://" + request.authority() + request.path();
    }

    private static String encode(Map<String, List<String>> query) {
        return query.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    /** As HTML forms encode, but with the unreserved characters of RFC 3986. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
