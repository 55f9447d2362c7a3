package dev.sightline.local.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts and panels speak of metrics that exist: an alert on a name that nobody writes never fires. */
class MetricNamesTest {

    private static final Path MONITORING = Path.of("../kubernetes/components/monitoring");
    private static final List<String> MODULES =
            List.of("shared-model", "vision-service", "signals-service", "observability-service");

    /** As a running service shows them at /q/metrics. */
    private static final Set<String> OF_FRAMEWORKS = Set.of(
            "http_server_requests_seconds_count",
            "http_server_requests_seconds_sum",
            "kafka_consumer_fetch_manager_records_lag_max",
            "kafka_consumer_fetch_manager_records_consumed_total",
            "jvm_memory_used_bytes",
            "process_cpu_usage",
            "sql_pool_active",
            "sql_pool_queue_size");

    private static final Pattern USED = Pattern.compile("\\b(?:sightline|http|kafka|jvm|process|sql)_[a-z_]+");
    private static final Pattern WRITTEN = Pattern.compile("\"(sightline(?:\\.[a-z]+)+)\"");

    @Test
    void whatAlertsAndPanelsShowIsMeasured() throws IOException {
        Set<String> used = Stream.concat(
                        found(USED, MONITORING.resolve("rules.yaml")),
                        found(USED, MONITORING.resolve("dashboard.json")))
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        Set<String> written = written();

        assertTrue(used.size() > 15, "the names were found");
        assertEquals(
                Set.of(),
                used.stream()
                        .filter(name ->
                                !OF_FRAMEWORKS.contains(name) && !written.contains(name.replaceFirst("_total$", "")))
                        .collect(Collectors.toSet()));
    }

    private static Set<String> written() throws IOException {
        return MODULES.stream()
                .flatMap(module -> sources(Path.of("../..", module, "src/main/java")))
                .flatMap(file -> found(WRITTEN, file))
                .map(match -> match.group(1).replace('.', '_'))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<MatchResult> found(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
