package dev.sightline.local.gateway;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration of an nginx that is nothing but this gateway. It writes to {@code /tmp} only and needs no rights.
 * What a refusal has to say is set where it is given: nginx refuses a body before it runs a location's statements.
 */
final class NginxFile {

    private static final String HEAD = """
            worker_processes auto;
            pid /tmp/nginx.pid;
            error_log stderr warn;

            events {
                worker_connections 4096;
            }

            http {
                access_log off;
                server_tokens off;
                keepalive_timeout 120s;
                client_body_temp_path /tmp/body;
                proxy_temp_path /tmp/proxy;
                fastcgi_temp_path /tmp/fastcgi;
                uwsgi_temp_path /tmp/uwsgi;
                scgi_temp_path /tmp/scgi;

                # Bodies are streamed; the public host stays the host, because services build their page links from it.
                proxy_http_version 1.1;
                proxy_request_buffering off;
                proxy_connect_timeout 3s;
                proxy_set_header Connection "";
                proxy_set_header Host $http_host;
                proxy_set_header X-Forwarded-Host $http_host;
                proxy_set_header X-Forwarded-Proto $public_scheme;
                proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                proxy_hide_header Access-Control-Allow-Origin;
                proxy_hide_header Access-Control-Allow-Credentials;
                proxy_hide_header Access-Control-Allow-Methods;
                proxy_hide_header Access-Control-Allow-Headers;
                proxy_hide_header Access-Control-Expose-Headers;
                proxy_hide_header Access-Control-Max-Age;

                # Dot segments, which a service might resolve otherwise than nginx. No client sends them.
                map $request_uri $dots {
                    "~*^[^?]*(?:/|%2f)(?:\\.|%2e)(?:\\.|%2e)?(?:/|%2f|\\?|$)" 1;
                    default 0;
                }
                map "$request_method $http_origin $http_access_control_request_method" $is_preflight {
                    "~^OPTIONS \\S+ \\S+$" 1;
                    default 0;
                }
                # What stands in front may have taken TLS away.
                map $http_x_forwarded_proto $public_scheme { https https; default $scheme; }
                map $origin $credentials { "" ""; default true; }
                map $origin $vary { "" ""; default Origin; }
                map $preflight $preflight_headers { "" ""; default $http_access_control_request_headers; }
                map $preflight $preflight_age { "" ""; default 86400; }

            """;

    private static final String SERVER = """
                server {
                    listen 8000;
                    merge_slashes off;
                    default_type application/json;

                    set $service "";
                    set $origin "";
                    set $preflight "";
                    set $allow "";
                    add_header Access-Control-Allow-Origin $origin always;
                    add_header Access-Control-Allow-Credentials $credentials always;
                    add_header Vary $vary always;
                    add_header Access-Control-Allow-Methods $preflight always;
                    add_header Access-Control-Allow-Headers $preflight_headers always;
                    add_header Access-Control-Max-Age $preflight_age always;
                    add_header Allow $allow always;

                    if ($dots) {
                        return 404 '%1$s';
                    }
                    location / {
                        return 404 '%1$s';
                    }
            """;

    private static final List<Integer> REFUSALS = List.of(405, 413, 502, 504);

    private final Routes routes;

    private NginxFile(Routes routes) {
        this.routes = routes;
    }

    static String of(Routes routes) {
        return new NginxFile(routes).text();
    }

    private String text() {
        String server = SERVER.formatted(Refusal.ENVELOPE.body(Problem.notFound()));
        return GatewayFiles.ORIGIN + "\n" + HEAD + upstreams() + server + locations() + refusals() + "    }\n}\n";
    }

    private String upstreams() {
        return GatewayFiles.services(routes).stream()
                .map(service -> "    upstream %s { server %s:%d; keepalive 64; }\n"
                        .formatted(service, GatewayFiles.host(service), GatewayFiles.SERVICE_PORT))
                .collect(Collectors.joining("", "", "\n"));
    }

    private String locations() {
        return routes.routes().stream().map(this::location).collect(Collectors.joining());
    }

    private String location(Route route) {
        Kind kind = routes.kindOf(route);
        return """

                        # %s
                        location ~ %s {
                            set $service %s;
                            client_max_body_size %dm;
                            proxy_read_timeout %ds;
                """.formatted(
                                route.kind(),
                                PathRegex.of(route.paths()),
                                route.service(),
                                kind.bodyLimitMib(),
                                kind.timeoutSeconds())
                + errorPages(route.kind())
                + cors(kind)
                + """
                            if ($request_method !~ ^(?:%s)$) { return 405; }
                            proxy_pass http://%s;
                        }
                """.formatted(kind.methodsRegex(), route.service());
    }

    private static String errorPages(String kind) {
        return REFUSALS.stream()
                .map(status -> "            error_page %1$d @%2$s_%1$d;\n".formatted(status, kind))
                .collect(Collectors.joining());
    }

    private static String cors(Kind kind) {
        return !kind.cors() ? "" : """
                            set $origin $http_origin;
                            if ($is_preflight) { set $preflight "%s"; return 200 ""; }
                """.formatted(String.join(", ", kind.methods()));
    }

    private String refusals() {
        return routes.kinds().keySet().stream()
                .sorted()
                .map(name -> refusals(name, routes.kinds().get(name)))
                .collect(Collectors.joining());
    }

    private static String refusals(String name, Kind kind) {
        return REFUSALS.stream()
                .map(status -> refusal(name, kind, problem(status, kind)))
                .collect(Collectors.joining("", "\n", ""));
    }

    private static Problem problem(int status, Kind kind) {
        return switch (status) {
            case 405 -> Problem.methodNotAllowed("$request_method");
            case 413 -> Problem.tooLarge(kind);
            case 502 -> Problem.unreachable("$service");
            default -> Problem.silent("$service");
        };
    }

    private static String refusal(String name, Kind kind, Problem problem) {
        String allow =
                problem.status() == 405 ? "set $allow \"%s\"; ".formatted(String.join(", ", kind.methods())) : "";
        String origin = kind.cors() ? "set $origin $http_origin; " : "";
        return "        location @%s_%d { default_type \"%s\"; %sreturn %d '%s'; }\n"
                .formatted(
                        name,
                        problem.status(),
                        kind.refusal().contentType(),
                        origin + allow,
                        problem.status(),
                        kind.refusal().body(problem).replace("\\", "\\\\"));
    }
}
