package dev.sightline.local.gateway;

import java.util.stream.Collectors;

/**
 * Envoy's bootstrap. Three things differ from the other gateways: a body is collected before it is sent on, because only
 * then can it be limited; a timeout counts the whole answer; and Envoy's own refusals all wear the API's envelope.
 */
final class EnvoyFile {

    private static final String HEAD = """
            static_resources:
              listeners:
              - name: sightline
                address: {socket_address: {address: 0.0.0.0, port_value: 8000}}
                filter_chains:
                - filters:
                  - name: envoy.filters.network.http_connection_manager
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                      stat_prefix: sightline
                      use_remote_address: true
                      normalize_path: true
                      path_with_escaped_slashes_action: REJECT_REQUEST
                      server_header_transformation: PASS_THROUGH
                      http_filters:
                      - name: envoy.filters.http.buffer
                        typed_config: {"@type": type.googleapis.com/envoy.extensions.filters.http.buffer.v3.Buffer, max_request_bytes: 1048576}
                      - name: envoy.filters.http.router
                        typed_config: {"@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router}
                      local_reply_config:
                        mappers:
            """;

    private static final String VIRTUAL_HOST = """
                      route_config:
                        name: sightline
                        request_headers_to_add:
                        - {header: {key: x-forwarded-host, value: "%REQ(:authority)%"}, append_action: OVERWRITE_IF_EXISTS_OR_ADD}
                        virtual_hosts:
                        - name: sightline
                          domains: ["*"]
                          routes:
            """;

    private static final String PREFLIGHT = """
                          - match: {safe_regex: {regex: '%1$s'}, headers: [{name: ":method", string_match: {exact: OPTIONS}}, {name: origin, present_match: true}, {name: access-control-request-method, present_match: true}]}
                            direct_response: {status: 200}
                            response_headers_to_add:
            %2$s                - {header: {key: access-control-allow-methods, value: "%3$s"}}
                            - {header: {key: access-control-allow-headers, value: "%%REQ(access-control-request-headers)%%"}}
                            - {header: {key: access-control-max-age, value: "86400"}}
            """;

    private static final String SERVED = """
                          - match: {safe_regex: {regex: '%s'}, headers: [{name: ":method", string_match: {safe_regex: {regex: '%s'}}}]}
                            route: {cluster: %s, timeout: %ds}
                            typed_per_filter_config:
                              envoy.filters.http.buffer: {"@type": type.googleapis.com/envoy.extensions.filters.http.buffer.v3.BufferPerRoute, buffer: {max_request_bytes: %d}}
            """;

    private static final String REFUSED = """
                          - match: {safe_regex: {regex: '%s'}}
                            direct_response: {status: 405, body: {inline_string: '%s'}}
                            response_headers_to_add:
                            - {header: {key: allow, value: "%s"}}
                            - {header: {key: content-type, value: "%s"}, append_action: OVERWRITE_IF_EXISTS_OR_ADD}
            """;

    private static final String CORS = """
                            - {header: {key: access-control-allow-origin, value: "%REQ(origin)%"}, append_action: OVERWRITE_IF_EXISTS_OR_ADD}
                            - {header: {key: access-control-allow-credentials, value: "true"}, append_action: OVERWRITE_IF_EXISTS_OR_ADD}
                            - {header: {key: vary, value: Origin}}
            """;

    private static final String CLUSTER = """
              - name: %1$s
                type: STRICT_DNS
                connect_timeout: 3s
                load_assignment: {cluster_name: %1$s, endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address: {address: %2$s, port_value: %3$d}}}}]}]}
            """;

    private final Routes routes;

    private EnvoyFile(Routes routes) {
        this.routes = routes;
    }

    static String of(Routes routes) {
        return new EnvoyFile(routes).text();
    }

    private String text() {
        String entries = routes.routes().stream().map(this::entries).collect(Collectors.joining());
        return GatewayFiles.ORIGIN + "\n" + HEAD + mappers() + VIRTUAL_HOST + entries + clusters();
    }

    private static String mappers() {
        Problem tooLarge = new Problem(
                413, "invalid_request", "request_too_large", "The request body is larger than this address takes.");
        return mapper(404, Problem.notFound())
                + mapper(413, tooLarge)
                + mapper(503, Problem.unreachable("%UPSTREAM_CLUSTER%"))
                + mapper(504, Problem.silent("%UPSTREAM_CLUSTER%"));
    }

    private static String mapper(int status, Problem problem) {
        return """
                            - filter: {status_code_filter: {comparison: {op: EQ, value: {default_value: %1$d, runtime_key: sightline.refusal.%1$d}}}}
                              status_code: %2$d
                              body_format_override: {text_format_source: {inline_string: '%3$s'}, content_type: application/json}
                """.formatted(status, problem.status(), Refusal.ENVELOPE.body(problem));
    }

    private String entries(Route route) {
        Kind kind = routes.kindOf(route);
        String regex = PathRegex.of(route.paths());
        String methods = String.join(", ", kind.methods());
        String preflight = kind.cors() ? PREFLIGHT.formatted(regex, CORS, methods) : "";
        return preflight + served(route, kind, regex) + refused(kind, regex, methods);
    }

    private static String served(Route route, Kind kind, String regex) {
        String served =
                SERVED.formatted(regex, kind.methodsRegex(), route.service(), kind.timeoutSeconds(), kind.bodyLimit());
        return served + (kind.cors() ? headers() : "");
    }

    private static String headers() {
        return "                response_headers_to_add:\n" + CORS;
    }

    private static String refused(Kind kind, String regex, String methods) {
        Problem problem = new Problem(405, "invalid_request", "method_not_allowed", "This method is not allowed here.");
        return REFUSED.formatted(
                regex, kind.refusal().body(problem), methods, kind.refusal().contentType());
    }

    private String clusters() {
        return GatewayFiles.services(routes).stream()
                .map(service -> CLUSTER.formatted(service, GatewayFiles.host(service), GatewayFiles.SERVICE_PORT))
                .collect(Collectors.joining("", "  clusters:\n", ""));
    }
}
