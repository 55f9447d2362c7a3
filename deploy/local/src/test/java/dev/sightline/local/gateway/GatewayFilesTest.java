package dev.sightline.local.gateway;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.contract.Contract;
import dev.sightline.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayFilesTest {

    private static final Path FOLDER = Path.of("../gateway");

    private static RoutingTable envoy;
    private static RoutingTable httpRoutes;

    @BeforeAll
    static void read() throws IOException {
        envoy = RoutingTable.ofEnvoy(FOLDER.resolve("envoy.yaml"));
        httpRoutes = RoutingTable.ofHttpRoutes(FOLDER.resolve("httproutes.yaml"));
    }

    @Test
    void theFilesAreCurrent() throws IOException {
        assertAll(GatewayFiles.of(Routes.read(FOLDER.resolve("routes.yaml"))).entrySet().stream()
                .map(file -> () -> assertEquals(
                        file.getValue(),
                        Files.readString(FOLDER.resolve(file.getKey())),
                        "run deploy/gateway/generate")));
    }

    static Stream<Operation> operations() {
        return Contract.operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationReachesItsService(Operation operation) {
        String path = operation.path().replaceAll(":[a-z_]+", "7");
        String below = path.replaceFirst("^/api/[a-z]+/", "");

        assertAll(Stream.of("/api/projects/", "/api/environments/")
                .flatMap(prefix -> Stream.of(prefix + below, prefix + below + "/"))
                .map(uri -> () -> assertReaches(operation.service(), operation.method(), uri)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/gateway/calls.csv")
    void whatSdksAndClientsCallReachesItsService(String method, String uri, String service) {
        assertReaches(service, method, uri);
    }

    /** Gateway API knows no order among expressions, so no address may fit two rules. */
    private static void assertReaches(String service, String method, String uri) {
        assertEquals(service, envoy.services(method, uri).get(0), "Envoy: " + uri);
        assertEquals(List.of(service), httpRoutes.services(method, uri), "Gateway API: " + uri);
    }

    /** Dots and escapes are for the proxies to resolve; a table sees what they made of them. */
    @ParameterizedTest
    @CsvFileSource(resources = "/gateway/unexposed.csv")
    void nothingElseIsExposed(String uri) {
        String resolved = Path.of(uri.replaceAll("(?i)%2e", ".").replaceAll("(?i)%2f", "/"))
                .normalize()
                .toString();

        assertEquals(
                resolved.equals("/s") ? 1 : 0,
                httpRoutes.services("GET", resolved).size(),
                resolved);
        assertEquals(
                resolved.equals("/s") ? 2 : 0, envoy.services("GET", resolved).size(), resolved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/introspect", "/array/phc_local/config", "/i/v0/ai"})
    void envoyRefusesOtherMethods(String uri) {
        assertEquals(List.of("refused"), envoy.services("PUT", uri));
    }
}
