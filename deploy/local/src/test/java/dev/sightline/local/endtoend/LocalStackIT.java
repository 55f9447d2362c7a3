package dev.sightline.local.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.client.ApiClient;
import dev.sightline.client.ApiException;
import dev.sightline.client.DatasetsApi;
import dev.sightline.client.EvaluationsApi;
import dev.sightline.client.SignalsReportsApi;
import dev.sightline.client.VisionQuotaApi;
import dev.sightline.client.model.CreateEvaluation;
import dev.sightline.client.model.EvaluationType;
import dev.sightline.client.model.EvaluationView;
import dev.sightline.client.model.OutputType;
import dev.sightline.local.endtoend.Client.Answer;
import dev.sightline.local.endtoend.Script.Run;
import dev.sightline.local.stack.Port;
import dev.sightline.local.stack.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stack that is up. */
class LocalStackIT {

    private static final int MOST_MIB = 1_638;

    @TempDir
    static Path data;

    @TempDir
    static Path otherData;

    private static LocalStack stack;
    private static String printed;

    @BeforeAll
    static void start() throws IOException {
        stack = LocalStack.on(data);
        printed = stack.up();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void saysOnceThatItIsReady() {
        String line = "Sightline is ready: http://localhost:" + stack.port(Port.GATEWAY);

        assertEquals(1, printed.lines().filter(line::equals).count(), printed);
        assertTrue(printed.contains("SIGHTLINE_VISION_SETTLE=20s"), printed);
        assertTrue(printed.contains("capture token phc_local, personal key phx_local"), printed);
    }

    @Test
    void everyServiceIsBehindTheGateway() {
        Answer health = stack.client().get("/health");

        assertEquals(200, health.status());
        for (Service service : Service.values()) {
            assertEquals("UP", health.body().path("services").path(service.id()).asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/metrics", "/q/openapi", "/api/unknown", "/"})
    void nothingElseIsExposed(String path) {
        Answer answer = stack.client().get(path);

        assertEquals(404, answer.status());
        assertEquals("not_found", answer.body().path("code").asText());
    }

    @ParameterizedTest
    @EnumSource(Port.class)
    void aSecondStackIsToldWhichPortsAreInUse(Port port) {
        Run second = stack.runWith("SIGHTLINE_DATA", otherData.toString(), "up");

        assertEquals(1, second.exitCode());
        String line = "Port %d is in use; set %s to another one.".formatted(stack.port(port), port.variable());
        assertTrue(second.output().lines().anyMatch(line::equals), second.output());
    }

    @Test
    void aSecondStackOnTheSameDataIsRefused() {
        Run second = stack.run("up", "--fresh");

        assertEquals(1, second.exitCode());
        assertTrue(second.output().contains("Sightline runs already on " + data), second.output());
        assertEquals(200, stack.client().get("/health").status());
    }

    @Test
    void aClientGeneratedFromTheDocumentWorks() throws ApiException {
        EvaluationsApi evaluations = new EvaluationsApi(generatedClient());

        EvaluationView made = evaluations.evaluationsCreate(
                1,
                new CreateEvaluation()
                        .name("Made by a client")
                        .evaluationType(EvaluationType.HOG)
                        .evaluationConfig(Map.of("source", "return true"))
                        .outputType(OutputType.BOOLEAN)
                        .outputConfig(Map.of()));

        assertEquals("Made by a client", made.getName());
        assertEquals(EvaluationType.HOG, made.getEvaluationType());
        assertEquals(made, evaluations.evaluationsRetrieve(made.getId(), 1));
    }

    @Test
    void aGeneratedClientReachesEveryService() throws ApiException {
        ApiClient client = generatedClient();

        assertEquals(3_000L, new VisionQuotaApi(client).visionQuotaRetrieve(1).getMonthlyQuota());
        assertEquals(
                List.of(),
                new SignalsReportsApi(client)
                        .signalsReportsList(1, "resolved", null, null, null, null, null, null, null, null, 5, 0)
                        .getResults());
        ApiException missing = assertThrows(
                ApiException.class, () -> new DatasetsApi(client).datasetsRetrieve("" + UUID.randomUUID(), 1));
        assertEquals(404, missing.getCode());
    }

    private static ApiClient generatedClient() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(stack.address().toString());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + LocalStack.KEY));
        return client;
    }

    @Test
    void theJavaConsumerHearsOfAReport(@TempDir Path folder) throws IOException {
        try (Listener listener = Listener.java(stack, folder.resolve("java"))) {
            listener.assertHearsOf("Java hears of an empty invoice");
        }
    }

    @Test
    void statusShowsPartsAndMemory() {
        Run status = stack.run("status");

        assertEquals(0, status.exitCode(), status.output());
        Matcher sum = Pattern.compile("all +(\\d+) MiB").matcher(status.output());
        assertTrue(sum.find(), status.output());
        assertTrue(Integer.parseInt(sum.group(1)) <= MOST_MIB, status.output());
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        Run up = stack.runWith("SIGHTLINE_KAFKA_PORT", "http", "up");

        assertEquals(1, up.exitCode());
        assertEquals("SIGHTLINE_KAFKA_PORT is no port number: http\n", up.output());
    }

    @Test
    void aJavaThatIsNotThereIsNamed() {
        Run up = stack.runWith("JAVA_HOME", "/nowhere", "up");

        assertEquals(1, up.exitCode());
        assertTrue(up.output().startsWith("JAVA_HOME is /nowhere, but it has no bin/java."), up.output());
    }

    @Test
    void aMintedKeyIsPrintedWithItsEntry() {
        Run mint = stack.run(
                "key", "mint", "--user", "1", "--project", "1", "--scope", "replay_scanner:read", "task:write");

        assertEquals(0, mint.exitCode(), mint.output());
        assertTrue(mint.output().contains("\"scopes\":[\"replay_scanner:read\",\"task:write\"]"), mint.output());
    }
}
