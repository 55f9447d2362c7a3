package dev.sightline.local.gateway;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Routes for a cluster's own gateway. Gateway API can say where a request goes and how long it may take; methods are left
 * to the services, body limits and CORS to the policies that each gateway has of its own.
 */
final class HttpRoutesFile {

    private final Routes routes;

    private HttpRoutesFile(Routes routes) {
        this.routes = routes;
    }

    static String of(Routes routes) {
        HttpRoutesFile file = new HttpRoutesFile(routes);
        return GatewayFiles.services(routes).stream()
                .map(file::document)
                .collect(Collectors.joining("---\n", GatewayFiles.ORIGIN + "\n", ""));
    }

    private String document(String service) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata:
                  name: %1$s
                  labels: {app.kubernetes.io/part-of: sightline, app.kubernetes.io/name: %1$s}
                spec:
                  parentRefs:
                  - {name: sightline}
                  rules:
                """.formatted(service) + rules(service);
    }

    private String rules(String service) {
        return routes.routes().stream()
                .filter(route -> route.service().equals(service))
                .map(this::rule)
                .collect(Collectors.joining());
    }

    private String rule(Route route) {
        String matches = route.paths().stream().flatMap(HttpRoutesFile::matches).collect(Collectors.joining());
        return """
                  - timeouts: {request: %ds}
                    backendRefs:
                    - {name: %s, port: %d}
                    matches:
                """.formatted(
                                routes.kindOf(route).timeoutSeconds(),
                                GatewayFiles.host(route.service()),
                                GatewayFiles.SERVICE_PORT)
                + matches;
    }

    /** A regular expression only where a path needs one: not every gateway has them. */
    private static Stream<String> matches(String path) {
        if (path.contains(":")) {
            return Stream.of(match("RegularExpression", PathRegex.of(List.of(path))));
        }
        if (path.endsWith("/*")) {
            return Stream.of(match("PathPrefix", path.substring(0, path.length() - 2)));
        }
        return Stream.of(match("Exact", path), match("Exact", path + "/"));
    }

    private static String match(String type, String value) {
        return "    - path: {type: %s, value: '%s'}\n".formatted(type, value);
    }
}
