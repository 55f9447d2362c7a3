package dev.sightline.local.gateway;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.contract.Contract;
import dev.sightline.contract.Operation;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    private static final int MIB = 1024 * 1024;

    private static Vertx vertx;
    private static Map<String, Origin> services;
    private static Gateway gateway;
    private static Caller caller;

    @BeforeAll
    static void start() throws IOException {
        vertx = Vertx.vertx();
        services = new HashMap<>();
        Stream.of("vision", "signals", "observability").forEach(name -> services.put(name, new Origin(vertx, name)));
        caller = new Caller(Caller.freePort());
        gateway = start(routes(), caller, addresses());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Routes routes() throws IOException {
        return Routes.read(Path.of("../gateway/routes.yaml"));
    }

    private static Map<String, SocketAddress> addresses() {
        Map<String, SocketAddress> addresses = new HashMap<>();
        services.forEach((name, origin) -> addresses.put(name, origin.address()));
        return addresses;
    }

    private static Gateway start(Routes routes, Caller caller, Map<String, SocketAddress> origins) {
        return Gateway.start(routes, SocketAddress.inetSocketAddress(caller.port(), "127.0.0.1"), origins);
    }

    static Stream<Operation> operations() {
        return Contract.operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationReachesItsServiceUnderBothPrefixesAndWithASlash(Operation operation) {
        String path = operation.path().replaceAll(":[a-z_]+", "7");
        String rest = path.replaceFirst("^/api/[a-z]+/", "");

        assertAll(Stream.of("/api/projects/", "/api/environments/")
                .flatMap(prefix -> Stream.of(prefix + rest, prefix + rest + "/"))
                .map(uri -> () -> {
                    JsonObject received = caller.received(operation.method(), uri + "?a=%2F1");
                    assertEquals(operation.service(), received.getString("service"), uri);
                    assertEquals(operation.method(), received.getString("method"));
                    assertEquals(uri + "?a=%2F1", received.getString("uri"));
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /s, vision",
        "POST, /s/?ip=1&beacon=1, vision",
        "POST, /e/, observability",
        "POST, /i/v0/e/, observability",
        "POST, /batch, observability",
        "POST, /capture/, observability",
        "POST, /track, observability",
        "POST, /engage, observability",
        "POST, /flags/?v=2, observability",
        "GET, /flags/definitions?token=phc_local, observability",
        "POST, /decide/?v=3, observability",
        "GET, /array/phc_local/config, observability",
        "GET, /array/phc_local/config.js, observability",
        "GET, /array/phc_local/array.js, observability",
        "GET, /static/1.434.18/lazy-recorder.js, observability",
        "POST, /i/v0/ai, observability",
        "POST, /i/v0/ai/batch/, observability",
        "POST, /i/v0/ai/otel, observability",
        "POST, /i/v0/llma_otel, observability",
        "POST, /i/v1/analytics/events, observability",
        "GET, /api/users/@me/, signals",
        "GET, /api/organizations/01a1fa10-3564-7afc-a4e3-82bf0ca104d4/, signals",
        "GET, /api/projects/1/, signals",
        "GET, /api/environments/@current, signals",
        "GET, /api/personal_api_keys/@current, signals",
        "POST, /oauth/introspect, signals",
        "GET, /api/projects/1/session_recordings/, vision",
        "GET, /api/projects/1/session_recordings/abc/snapshots?source=blob_v2, vision",
        "POST, /api/environments/1/query/, vision",
        "GET, /api/projects/1/vision/observations/, vision",
        "GET, /api/projects/1/vision/quota/, vision",
        "PUT, /api/projects/1/signals/processing/pause/, signals",
        "POST, /api/projects/1/signals/emit/, signals",
        "POST, /api/projects/1/signals/tasks/01a1fa10-3564-7afc-a4e3-82bf0ca104d4/runs/, signals",
        "GET, /api/projects/1/llm_analytics/provider_keys/, observability",
        "GET, /api/projects/1/evaluation_runs/, observability"
    })
    void whatSdksAndClientsCallReachesItsService(String method, String uri, String service) {
        assertEquals(service, caller.received(method, uri).getString("service"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/api/projects/1/unknown",
                "/api/projects/1/visionary",
                "/api/teams/1/vision/scanners",
                "/s/../q/metrics",
                "/s/%2e%2e/q/metrics",
                "/e/../s/",
                "/static/..%2f..%2fq/metrics",
                "/api/projects/1/vision/../../../../q/metrics",
                "/api/projects/1/vision/%2e%2e/%2e%2e/%2e%2e/%2E%2E/q/metrics",
                "/static/..%2fq/metrics/../../q/metrics",
                "//q/metrics"
            })
    void nothingElseIsExposed(String uri) {
        HttpResponse<String> answer = caller.send("GET", uri);

        assertEquals(404, answer.statusCode());
        assertEquals(
                "{\"type\":\"invalid_request\",\"code\":\"not_found\",\"detail\":\"API endpoint not found.\",\"attr\":null}",
                answer.body());
    }

    @Test
    void theServiceSeesThePublicHostAndTheCaller() {
        JsonObject headers = caller.received("GET", "/api/projects/1/vision/scanners", "X-Forwarded-For", "203.0.113.9")
                .getJsonObject("headers");

        assertEquals("127.0.0.1:" + caller.port(), headers.getString("host"));
        assertEquals("127.0.0.1:" + caller.port(), headers.getString("x-forwarded-host"));
        assertEquals("http", headers.getString("x-forwarded-proto"));
        assertEquals("203.0.113.9, 127.0.0.1", headers.getString("x-forwarded-for"));
    }

    @Test
    void aBodyAsLargeAsAllowedGoesThroughWhole() {
        HttpResponse<String> answer = caller.send("POST", "/s/", BodyPublishers.ofByteArray(new byte[25 * MIB]));

        assertEquals(25 * MIB, new JsonObject(answer.body()).getInteger("length"));
    }

    @Test
    void aBodyIsStreamed() throws Exception {
        PipedOutputStream body = new PipedOutputStream();
        PipedInputStream sent = new PipedInputStream(body, MIB);
        services.get("vision").pieces.clear();

        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(
                () -> caller.send("POST", "/s/", BodyPublishers.ofInputStream(() -> sent)));
        body.write(new byte[64 * 1024]);
        body.flush();

        assertNotNull(services.get("vision").pieces.poll(10, TimeUnit.SECONDS), "the service got nothing yet");
        body.close();
        assertEquals(64 * 1024, new JsonObject(answer.get(10, TimeUnit.SECONDS).body()).getInteger("length"));
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefused() {
        HttpResponse<String> answer = caller.send("POST", "/s/", BodyPublishers.ofByteArray(new byte[25 * MIB + 1]));

        assertEquals(413, answer.statusCode());
        assertEquals("The request body is larger than 25 MiB.", answer.body());
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() {
        ByteArrayInputStream body = new ByteArrayInputStream(new byte[21 * MIB]);

        HttpResponse<String> answer =
                caller.send("POST", "/api/projects/1/vision/scanners", BodyPublishers.ofInputStream(() -> body));

        assertEquals(413, answer.statusCode());
        assertEquals("request_too_large", new JsonObject(answer.body()).getString("code"));
    }

    @Test
    void aMethodThatARouteDoesNotTakeIsRefused() {
        HttpResponse<String> answer = caller.send("PUT", "/oauth/introspect");

        assertEquals(405, answer.statusCode());
        assertEquals("POST, OPTIONS", answer.headers().firstValue("allow").orElseThrow());
        assertEquals("Method \"PUT\" not allowed.", new JsonObject(answer.body()).getString("detail"));
    }

    @Test
    void emptyAnswersAndHeadPassThrough() {
        assertEquals(
                204,
                caller.send("DELETE", "/api/projects/1/vision/scanners/gone").statusCode());
        assertEquals(200, caller.send("HEAD", "/api/projects/1/vision/scanners").statusCode());
    }

    @Test
    void captureMirrorsTheOrigin() {
        HttpResponse<String> answer = caller.send("POST", "/e/", "Origin", "https://shop.example");

        assertEquals(
                "https://shop.example", String.join("|", answer.headers().allValues("access-control-allow-origin")));
        assertEquals(
                "true",
                answer.headers().firstValue("access-control-allow-credentials").orElseThrow());
    }

    @Test
    void capturePreflightIsAnsweredHere() {
        HttpResponse<String> answer = caller.send(
                "OPTIONS",
                "/s/",
                "Origin",
                "https://shop.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type,x-any");

        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals(
                "content-type,x-any",
                answer.headers().firstValue("access-control-allow-headers").orElseThrow());
        assertEquals(
                "GET, POST, OPTIONS",
                answer.headers().firstValue("access-control-allow-methods").orElseThrow());
    }

    @Test
    void readinessIsThatOfAllServices() throws IOException {
        assertEquals(200, caller.send("GET", "/health").statusCode());

        HttpResponse<String> answer = withoutSignals(routes(), other -> other.send("GET", "/health"));

        assertEquals(503, answer.statusCode());
        JsonObject up = new JsonObject(answer.body()).getJsonObject("services");
        assertEquals("DOWN", up.getString("signals"));
        assertEquals("UP", up.getString("vision"));
    }

    @Test
    void aServiceThatIsAwayIsAnAnswer() throws IOException {
        HttpResponse<String> away =
                withoutSignals(routes(), other -> other.send("GET", "/api/projects/1/signals/reports"));

        assertEquals(502, away.statusCode());
        assertEquals("The signals service cannot be reached.", new JsonObject(away.body()).getString("detail"));
    }

    @Test
    void aServiceThatIsSilentIsAnAnswer() throws IOException {
        HttpResponse<String> silent = withoutSignals(
                impatient(routes()), other -> other.send("GET", "/api/projects/1/vision/scanners/silent"));

        assertEquals(504, silent.statusCode());
        assertTrue(silent.body().contains("\"type\":\"server_error\",\"code\":\"gateway_timeout\""), silent.body());
    }

    private static HttpResponse<String> withoutSignals(Routes routes, Function<Caller, HttpResponse<String>> call) {
        Map<String, SocketAddress> origins = addresses();
        origins.put("signals", SocketAddress.inetSocketAddress(Caller.freePort(), "127.0.0.1"));
        Caller other = new Caller(Caller.freePort());
        Gateway incomplete = start(routes, other, origins);
        try {
            return call.apply(other);
        } finally {
            incomplete.close();
        }
    }

    private static Routes impatient(Routes routes) {
        Map<String, Kind> kinds = new HashMap<>();
        routes.kinds().forEach((name, kind) -> kinds.put(name, impatient(kind)));
        return new Routes(kinds, routes.routes());
    }

    private static Kind impatient(Kind kind) {
        return new Kind(kind.methods(), kind.bodyLimitMib(), 1, kind.cors(), kind.rate(), kind.refusal());
    }
}
