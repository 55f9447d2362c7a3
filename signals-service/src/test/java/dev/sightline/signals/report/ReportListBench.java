package dev.sightline.signals.report;

import dev.sightline.signals.Inbox;
import dev.sightline.signals.processing.Work;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.time.UuidV7;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Pages of 20 reports of a project that has a million, over HTTP, one after the other, by each filter:
 * {@code mvn test -Dtest=ReportListBench -Dbench=true}.
 */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
@EnabledIfSystemProperty(named = "bench", matches = "true")
class ReportListBench {

    private static final int REPORTS = 1_000_000;
    private static final int WARM_UP = 30;
    private static final int MEASURED = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Inbox inbox = new Inbox(TestDirectory.newProject());

    @TestHTTPResource("/")
    URI service;

    @Inject
    Pool pool;

    @Test
    void everyFilter() throws IOException, InterruptedException {
        ManyReports.fill(pool, inbox.project(), REPORTS);
        for (String query : List.of(
                "",
                "status=ready",
                "status=resolved",
                "status=pending_input,suppressed",
                "priority=P0",
                "priority=P0,P2",
                "priority=P4",
                "actionability=not_actionable",
                "source_product=github",
                "source_product=jira",
                "has_implementation_pr=1",
                "has_implementation_pr=0",
                "search=abcdef1",
                "suggested_reviewers=" + inbox.project().person().uuid(),
                "task_id=" + UuidV7.next())) {
            measure(query);
        }
    }

    private void measure(String query) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            timed(query);
        }
        Work start = Work.now(pool);
        long[] micros = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            micros[i] = timed(query);
        }
        start.report("list " + query, MEASURED);
        Arrays.sort(micros);
        System.out.printf(
                "BENCH list %-31s p50 %.1f ms, p99 %.1f ms%n",
                query, micros[MEASURED / 2] / 1e3, micros[(int) Math.ceil(MEASURED * 0.99) - 1] / 1e3);
    }

    private long timed(String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(inbox.path("reports?limit=20&" + query)))
                .header("Authorization", "Bearer " + inbox.project().key())
                .build();
        long start = System.nanoTime();
        int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
        if (status != 200) {
            throw new IllegalStateException(query + " is answered " + status);
        }
        return (System.nanoTime() - start) / 1_000;
    }
}
