package dev.sightline.local.kubernetes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OverlayTest {

    private static final List<String> SERVICES = List.of("vision-service", "signals-service", "observability-service");

    private static final String SCRIPTS = "static-files";

    /** Work in hand has 5 s to end; then each consumer commits and leaves. */
    private static final long WORKERS_AND_CONSUMERS = 10;

    /** What an operator or a person has to provide; the base's documentation names the first two. */
    private static final Set<String> PROVIDED = Set.of(
            "sightline-directory",
            "sightline-secrets-key",
            "vision-postgres",
            "signals-postgres",
            "observability-postgres",
            "sightline-cluster-ca-cert");

    private static final List<Overlay> OVERLAYS = new ArrayList<>();

    @BeforeAll
    static void build() throws IOException {
        for (String name : List.of("demo", "production")) {
            OVERLAYS.add(Overlay.build(name));
        }
        OVERLAYS.add(Overlay.with(SCRIPTS));
    }

    static Stream<Overlay> overlays() {
        return OVERLAYS.stream();
    }

    static Stream<Workload> workloads() {
        return overlays().flatMap(overlay -> overlay.workloads().stream());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyObjectIsWhatItsTypeKnows(Overlay overlay) {
        assertAll(overlay.objects().stream()
                .filter(TypedModels::know)
                .map(object -> () -> assertNotNull(TypedModels.read(object))));
    }

    @Test
    void theRoutesOfGatewayApiAreWhatTheirTypeKnows() throws IOException {
        List<JsonNode> routes = Overlay.read(Files.readAllBytes(Path.of("../gateway/httproutes.yaml")));

        assertEquals(3, routes.size());
        for (JsonNode route : routes) {
            assertNotNull(TypedModels.read(route));
        }
    }

    @Test
    void aMemberThatDoesNotExistIsNamed() {
        ObjectNode wrong = OVERLAYS.get(0).all("Deployment").get(0).deepCopy();
        ((ObjectNode) wrong.at("/spec/template/spec")).put("securityContex", "");

        JsonProcessingException refusal = assertThrows(JsonProcessingException.class, () -> TypedModels.read(wrong));

        assertTrue(refusal.getMessage().contains("securityContex"), refusal.getMessage());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aPodHasNoRightsItDoesNotNeed(Workload workload) {
        JsonNode pod = workload.pod();

        assertFalse(pod.path("automountServiceAccountToken").asBoolean(true));
        assertFalse(pod.path("enableServiceLinks").asBoolean(true));
        assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean());
        assertTrue(pod.at("/securityContext/runAsUser").asInt() > 0);
        assertEquals(
                "RuntimeDefault", pod.at("/securityContext/seccompProfile/type").asText());
        assertFalse(pod.path("hostNetwork").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aContainerIsBoundedAndCannotChangeItself(Workload workload) {
        each(workload.allContainers(), container -> {
            for (String amount : List.of("requests/cpu", "requests/memory", "limits/cpu", "limits/memory")) {
                assertFalse(container.at("/resources/" + amount).isMissingNode(), amount);
            }
            JsonNode security = container.path("securityContext");
            assertTrue(security.path("readOnlyRootFilesystem").asBoolean());
            assertFalse(security.path("allowPrivilegeEscalation").asBoolean(true));
            assertEquals("ALL", security.at("/capabilities/drop/0").asText());
            assertTrue(container.path("image").asText().matches(".+:(?!latest).+"), "a version of the image");
        });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aContainerIsProbed(Workload workload) {
        each(workload.containers(), container -> {
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertTrue(container.has(probe), probe);
            }
        });
    }

    private static void each(Stream<JsonNode> containers, Consumer<JsonNode> rule) {
        assertAll(containers.map(container -> () -> rule.accept(container)));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void aReplicaGoesWithoutDroppingRequests(Overlay overlay) {
        long stopping = seconds(overlay, "SIGHTLINE_SHUTDOWN_DELAY")
                + seconds(overlay, "SIGHTLINE_SHUTDOWN_TIMEOUT")
                + WORKERS_AND_CONSUMERS;
        assertTrue(stopping <= 25);

        for (Workload service : services(overlay)) {
            long before = service.pod()
                    .at("/containers/0/lifecycle/preStop/sleep/seconds")
                    .asLong();
            assertTrue(before > 0);
            assertTrue(service.pod().path("terminationGracePeriodSeconds").asLong() > before + stopping);
        }
    }

    private static long seconds(Overlay overlay, String setting) {
        return Duration.parse("PT" + overlay.setting(setting)).toSeconds();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyDeploymentSurvivesTheLossOfANode(Overlay overlay) {
        for (Workload workload :
                overlay.workloads().stream().filter(Workload::isDeployment).toList()) {
            assertFalse(workload.pod().path("topologySpreadConstraints").isEmpty(), workload::name);
            assertEquals(
                    1,
                    overlay.all("PodDisruptionBudget").stream()
                            .filter(budget -> workload.isPickedBy(budget.at("/spec/selector/matchLabels")))
                            .count(),
                    workload::name);
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyServiceIsScaledAndMigratesBeforeItStarts(Overlay overlay) {
        List<String> scaled = overlay.all("HorizontalPodAutoscaler").stream()
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                .toList();

        assertEquals(Set.copyOf(SERVICES), Set.copyOf(scaled));
        for (Workload service : services(overlay)) {
            assertEquals("true", variable(service.container("migrate"), "QUARKUS_INIT_AND_EXIT"));
            assertEquals("true", variable(service.container("migrate"), "QUARKUS_FLYWAY_MIGRATE_AT_START"));
            assertEquals("false", variable(service.pod().at("/containers/0"), "QUARKUS_FLYWAY_MIGRATE_AT_START"));
        }
    }

    private static String variable(JsonNode container, String name) {
        return Overlay.each(container.path("env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText())
                .findFirst()
                .orElse("absent");
    }

    /** Only where they are brought along; a service that is told of a folder which is not there would look in vain. */
    @ParameterizedTest
    @MethodSource("overlays")
    void theScriptsOfPagesAreReadWhereTheyAreCopied(Overlay overlay) {
        Workload observability = services(overlay).stream()
                .filter(service -> service.name().equals("observability-service"))
                .findFirst()
                .orElseThrow();
        boolean copied = overlay.name().equals(SCRIPTS);

        assertEquals(
                copied ? "/srv/static" : "absent", variable(observability.container("service"), "SIGHTLINE_STATIC"));
        if (copied) {
            JsonNode written = observability.mount("scripts", "scripts");
            JsonNode read = observability.mount("service", "scripts");
            assertEquals("/srv/static", written.path("mountPath").asText());
            assertEquals("/srv/static", read.path("mountPath").asText());
            assertFalse(written.path("readOnly").asBoolean());
            assertTrue(read.path("readOnly").asBoolean());
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void whatPodsReferToExists(Overlay overlay) {
        List<String> users = overlay.names("KafkaUser");
        List<String> secrets = overlay.names("Secret");

        for (Workload workload : overlay.workloads()) {
            assertTrue(overlay.names("ServiceAccount")
                    .contains(workload.pod().path("serviceAccountName").asText()));
            assertAll(workload.configMaps()
                    .map(map -> () -> assertTrue(overlay.names("ConfigMap").contains(map), map)));
            assertAll(workload.secrets()
                    .map(secret -> () -> assertTrue(
                            secrets.contains(secret) || PROVIDED.contains(secret) || users.contains(secret), secret)));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyServiceOfTheNetworkLeadsToOnePodAndOneOfItsPorts(Overlay overlay) {
        for (JsonNode service : overlay.all("Service")) {
            List<Workload> behind = overlay.workloads().stream()
                    .filter(workload -> workload.isPickedBy(service.at("/spec/selector")))
                    .toList();
            String port = service.at("/spec/ports/0/targetPort").asText();

            assertEquals(1, behind.size(), Overlay.name(service));
            assertTrue(behind.get(0)
                    .containers()
                    .flatMap(container -> Overlay.each(container.path("ports")))
                    .anyMatch(open -> open.path("name").asText().equals(port)));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theGatewayFindsTheServices(Overlay overlay) throws IOException {
        String nginx = Files.readString(Path.of("../gateway/nginx.conf"));

        for (String service : SERVICES) {
            assertTrue(overlay.names("Service").contains(service));
            assertTrue(nginx.contains("server " + service + ":8080;"), service);
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void nothingIsAllowedToAPodUnlessNamed(Overlay overlay) {
        JsonNode denial = overlay.all("NetworkPolicy").stream()
                .filter(policy -> Overlay.name(policy).equals("default-deny"))
                .findFirst()
                .orElseThrow();

        assertEquals(2, denial.at("/spec/policyTypes").size());
        assertFalse(denial.path("spec").has("ingress") || denial.path("spec").has("egress"));
        assertAll(overlay.workloads().stream()
                .map(workload -> () ->
                        assertTrue(workload.isPickedBy(denial.at("/spec/podSelector/matchLabels")), workload::name)));
    }

    private static List<Workload> services(Overlay overlay) {
        List<Workload> services = overlay.workloads().stream()
                .filter(workload -> SERVICES.contains(workload.name()))
                .toList();
        assertEquals(3, services.size());
        return services;
    }
}
