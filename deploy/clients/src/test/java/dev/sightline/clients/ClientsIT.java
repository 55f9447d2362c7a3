package dev.sightline.clients;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.posthog.server.PostHog;
import dev.sightline.local.endtoend.Listener;
import dev.sightline.local.endtoend.LocalStack;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Every client against one stack, and then the table of what passed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClientsIT {

    private static final List<Outcome> OUTCOMES = new ArrayList<>();

    @TempDir
    static Path data;

    private static LocalStack stack;

    @BeforeAll
    static void start() throws IOException {
        Npm.install(Path.of(""));
        stack = LocalStack.started(
                data, Map.of("SIGHTLINE_STATIC", NodeTests.scripts().toString()));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Order(1)
    @TestFactory
    Stream<DynamicTest> javascript() throws IOException {
        List<Outcome> outcomes = NodeTests.run(stack.address().toString());
        assertFalse(outcomes.isEmpty(), "Node ran no test; see target/node.log");
        OUTCOMES.addAll(outcomes);
        return outcomes.stream().map(outcome -> dynamicTest(outcome.name(), outcome::require));
    }

    @Order(2)
    @TestFactory
    Stream<DynamicTest> java() {
        return Stream.of(
                        outcomes("com.posthog:posthog-server", PostHog.class, new ServerClient(stack).scenarios()),
                        outcomes(
                                "opentelemetry-java", SdkTracerProvider.class, new OpenTelemetrySdk(stack).scenarios()))
                .flatMap(List::stream)
                .map(outcome -> dynamicTest(outcome.name(), outcome::require));
    }

    @Order(3)
    @Test
    void theReadmeShowsWhatPassed() throws IOException {
        CompatibilityTable table = CompatibilityTable.of(OUTCOMES);
        if (Boolean.getBoolean("sightline.write")) {
            table.write();
        }

        assertTrue(table.isShown(), "the README's table is another one; -Dsightline.write=true writes this:\n" + table);
    }

    @Test
    void theConsumerForNodeHearsOfAReport(@TempDir Path folder) throws IOException {
        Npm.install(Path.of("../consumers/node"));
        try (Listener listener = Listener.node(stack, folder.resolve("node"))) {
            listener.assertHearsOf("Node hears of a refused card");
        }
    }

    private static List<Outcome> outcomes(String name, Class<?> of, Map<String, Runnable> scenarios) {
        String client = name + " " + version(of);
        List<Outcome> outcomes = scenarios.entrySet().stream()
                .map(scenario -> new Outcome(client, scenario.getKey(), failure(scenario.getValue())))
                .toList();
        OUTCOMES.addAll(outcomes);
        return outcomes;
    }

    /** As the name of the jar has it. */
    private static String version(Class<?> of) {
        String jar = of.getProtectionDomain().getCodeSource().getLocation().getPath();
        return jar.replaceAll(".*-(\\d[^/]*)\\.jar", "$1");
    }

    private static String failure(Runnable scenario) {
        try {
            scenario.run();
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e.toString();
        }
    }
}
