package dev.sightline.testing;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The URI of a request that no server received, for pure tests of what reads its query. */
public final class FakeUri {

    private FakeUri() {}

    /** What a resource method sees of a request to this absolute URI. */
    public static UriInfo of(String text) {
        URI uri = URI.create(text);
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getQueryParameters" -> query(uri);
                    case "getAbsolutePath" -> URI.create(text.replaceFirst("\\?.*", ""));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static MultivaluedMap<String, String> query(URI uri) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                query.add(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
