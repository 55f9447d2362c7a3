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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every gateway does that is made from the routes file, whichever proxy it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GatewayBehaviour {

    private static final int MIB = 1024 * 1024;

    /** A gateway to be started for a test. */
    record Setup(Routes routes, int port, Map<String, SocketAddress> origins) {}

    private Vertx vertx;
    private Map<String, Origin> services;
    private AutoCloseable gateway;
    Caller caller;

    /** Starts the gateway under test; it serves when this returns. */
    abstract AutoCloseable start(Setup setup) throws Exception;

    @BeforeAll
    void start() throws Exception {
        vertx = Vertx.vertx();
        services = new HashMap<>();
        Stream.of("vision", "signals", "observability").forEach(name -> services.put(name, new Origin(vertx, name)));
        caller = new Caller(Caller.freePort());
        gateway = start(new Setup(routes(), caller.port(), addresses()));
    }

    @AfterAll
    void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    static Routes routes() throws IOException {
        return Routes.read(Path.of("../gateway/routes.yaml"));
    }

    private Map<String, SocketAddress> addresses() {
        Map<String, SocketAddress> addresses = new HashMap<>();
        services.forEach((name, origin) -> addresses.put(name, origin.address()));
        return addresses;
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
    @CsvFileSource(resources = "/gateway/calls.csv")
    void whatSdksAndClientsCallReachesItsService(String method, String uri, String service) {
        assertEquals(service, caller.received(method, uri).getString("service"));
    }

    /** A proxy may also call such an address malformed, in words of its own. */
    @ParameterizedTest
    @CsvFileSource(resources = "/gateway/unexposed.csv")
    void nothingElseIsExposed(String uri) {
        HttpResponse<String> answer = caller.send("GET", uri);

        if (answer.statusCode() != 400) {
            assertEquals(404, answer.statusCode());
            assertEquals(Refusal.ENVELOPE.body(Problem.notFound()), answer.body());
        }
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
    void aServiceThatIsAwayIsAnAnswer() throws Exception {
        HttpResponse<String> away =
                withoutSignals(routes(), other -> other.send("GET", "/api/projects/1/signals/reports"));

        assertEquals(502, away.statusCode());
        assertEquals("The signals service cannot be reached.", new JsonObject(away.body()).getString("detail"));
    }

    @Test
    void aServiceThatIsSilentIsAnAnswer() throws Exception {
        HttpResponse<String> silent = withoutSignals(
                impatient(routes()), other -> other.send("GET", "/api/projects/1/vision/scanners/silent"));

        assertEquals(504, silent.statusCode());
        assertTrue(silent.body().contains("\"type\":\"server_error\",\"code\":\"gateway_timeout\""), silent.body());
    }

    HttpResponse<String> withoutSignals(Routes routes, Function<Caller, HttpResponse<String>> call) throws Exception {
        Map<String, SocketAddress> origins = addresses();
        origins.put("signals", SocketAddress.inetSocketAddress(Caller.freePort(), "127.0.0.1"));
        Caller other = new Caller(Caller.freePort());
        try (AutoCloseable incomplete = start(new Setup(routes, other.port(), origins))) {
            assertNotNull(incomplete);
            return call.apply(other);
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
