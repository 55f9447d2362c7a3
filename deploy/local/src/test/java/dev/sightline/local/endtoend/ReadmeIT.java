package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.local.stack.Port;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README says what is true: its tour runs as printed, and its count is the contract's. */
class ReadmeIT {

    private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path data;

    @Test
    void theTourLeadsToTheReportItShows() throws IOException {
        try (LocalStack stack = LocalStack.started(data)) {
            List<String> steps = steps(stack.port(Port.GATEWAY));
            String reports = steps.remove(steps.size() - 1);
            String printed = bash(String.join("\n", steps), stack);
            assertTrue(printed.contains("\"has_next\":true"), printed);
            assertTrue(printed.contains("\"workflow_id\":\"replay-vision-apply-scanner-"), printed);

            String last = steps.get(0).replace("deploy/local/demo", "") + reports;
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> bash(last, stack),
                            inbox -> inbox.contains("Apply coupon")
                                    && inbox.contains("\"actionability\":\"immediately_actionable\""));
        }
    }

    @Test
    void theCountIsTheOneTheServicesGave() throws IOException {
        int passing = 0;
        for (String service : List.of("vision", "signals", "observability")) {
            Path verdicts = Script.HOME.resolve(service + "-service/target/contract.json");
            JsonNode passes =
                    new ObjectMapper().readTree(verdicts.toFile()).path(service).path("passes");
            passing += passes.size();
        }
        String expected = passing + " of the 56 operations of PostHog's contract";

        assertTrue(readme().contains(expected), "the README must say: " + expected);
    }

    private static List<String> steps(int port) throws IOException {
        List<String> steps = new ArrayList<>();
        var found = SHELL.matcher(readme());
        while (found.find()) {
            steps.add(found.group(1).replace("localhost:8000", "localhost:" + port));
        }
        return steps;
    }

    private static String readme() throws IOException {
        return Files.readString(Script.HOME.resolve("README.md"));
    }

    private static String bash(String commands, LocalStack stack) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(Script.HOME.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(stack.environment());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.onExit().join().exitValue(), output);
        return output;
    }
}
