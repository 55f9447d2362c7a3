package dev.sightline.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Calls every operation of the contract that a service has built and holds the real answer against the contract. What is
 * built is read from the service's own OpenAPI document, so an operation cannot be there and go untested. A service's
 * test extends this class, names its service and says how each operation is called.
 *
 * <p>Writes {@code target/contract.json}, from which the project's count is made, and prints the table.
 */
public abstract class ContractHarness {

    /** The service under test, as the contract names it. */
    protected abstract String service();

    /** How each built operation is called, by {@link Operation#id()}. */
    protected abstract Map<String, Probe.Source> probes();

    /** The project the probes live in. */
    protected abstract int projectId();

    /** A fresh key of that project with just these scopes. */
    protected abstract String keyWith(List<String> scopes);

    @Test
    void everyBuiltOperationAnswersAsTheContractSays() {
        JsonNode openApi = Json.read(given().get("/q/openapi?format=json").asString(), JsonNode.class);
        List<Verdict> verdicts = Contract.operations(service()).stream()
                .map(operation -> judge(operation, OpenApiPaths.find(openApi, operation)))
                .toList();
        report(verdicts);
        List<Verdict> deviating = verdicts.stream().filter(Verdict::deviates).toList();
        if (!deviating.isEmpty()) {
            fail(String.join("\n", deviating.stream().map(Verdict::explained).toList()));
        }
    }

    private Verdict judge(Operation operation, JsonNode documented) {
        Probe.Source probe = probes().get(operation.id());
        if (documented.isMissingNode()) {
            return new Verdict(operation.id(), probe == null ? "not built" : "deviates", List.of("not in the service"));
        }
        if (probe == null) {
            return new Verdict(operation.id(), "deviates", List.of("built, but no probe calls it"));
        }
        List<String> deviations = new ArrayList<>(OpenApiPaths.deviations(operation, documented));
        deviations.addAll(call(operation, probe.get()));
        deviations.addAll(refusals(operation, probe));
        deviations.addAll(otherForms(operation, probe));
        return new Verdict(operation.id(), deviations.isEmpty() ? "passes" : "deviates", deviations);
    }

    private List<String> call(Operation operation, Probe probe) {
        String path = operation.filled(projectId(), probe.values());
        Response answer = request(probe, keyWith(operation.scopes())).request(operation.method(), path);
        if (answer.statusCode() != operation.status()) {
            return List.of("answered " + answer.statusCode() + " " + answer.asString());
        }
        if (operation.shape().isNull()) {
            return bodiless(operation, answer);
        }
        return Shape.deviations(operation.shape(), Json.read(answer.asString(), JsonNode.class), probe.extras());
    }

    private static List<String> bodiless(Operation operation, Response answer) {
        boolean mustBeEmpty = operation.status() == 204 || operation.status() == 405;
        return mustBeEmpty && !answer.asString().isEmpty() ? List.of("has a body: " + answer.asString()) : List.of();
    }

    private List<String> refusals(Operation operation, Probe.Source source) {
        List<String> deviations = new ArrayList<>();
        for (String missing : operation.scopes()) {
            List<String> others =
                    operation.scopes().stream().filter(s -> !s.equals(missing)).toList();
            Probe probe = source.get();
            String path = operation.filled(projectId(), probe.values());
            Response answer = request(probe, keyWith(others)).request(operation.method(), path);
            if (answer.statusCode() != 403 || !answer.asString().contains("'" + missing + "'")) {
                deviations.add("without " + missing + " answered " + answer.statusCode() + " " + answer.asString());
            }
        }
        return deviations;
    }

    private List<String> otherForms(Operation operation, Probe.Source source) {
        List<String> deviations = new ArrayList<>();
        for (String prefix : List.of("/api/projects/", "/api/environments/")) {
            for (String slash : List.of("", "/")) {
                Probe probe = source.get();
                String path = operation.filled(projectId(), probe.values()).replaceFirst("^/api/[a-z]+/", prefix);
                int status = request(probe, keyWith(operation.scopes()))
                        .request(operation.method(), path + slash)
                        .statusCode();
                if (status != operation.status()) {
                    deviations.add(path + slash + " answered " + status);
                }
            }
        }
        return deviations;
    }

    private static RequestSpecification request(Probe probe, String key) {
        RequestSpecification request = given().urlEncodingEnabled(true)
                .header("Authorization", "Bearer " + key)
                .queryParams(probe.query());
        return probe.body() == null
                ? request
                : request.contentType("application/json").body(Json.write(probe.body()));
    }

    private void report(List<Verdict> verdicts) {
        verdicts.forEach(v -> System.out.printf("%-10s %s%n", v.outcome(), v.operation()));
        long passing =
                verdicts.stream().filter(v -> v.outcome().equals("passes")).count();
        System.out.printf("contract %s: %d of %d operations pass%n", service(), passing, verdicts.size());
        try {
            Path target = Files.createDirectories(Path.of("target"));
            Files.writeString(target.resolve("contract.json"), Json.write(Map.of(service(), outcomes(verdicts))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, TreeSet<String>> outcomes(List<Verdict> verdicts) {
        Map<String, TreeSet<String>> byOutcome = new TreeMap<>();
        verdicts.forEach(v -> byOutcome
                .computeIfAbsent(v.outcome(), outcome -> new TreeSet<>())
                .add(v.operation()));
        return byOutcome;
    }

    private record Verdict(String operation, String outcome, List<String> deviations) {

        boolean deviates() {
            return outcome.equals("deviates");
        }

        String explained() {
            return operation + "\n  " + String.join("\n  ", deviations);
        }
    }
}
