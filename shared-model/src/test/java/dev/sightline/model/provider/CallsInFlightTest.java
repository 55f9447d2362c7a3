package dev.sightline.model.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.model.LanguageModel;
import dev.sightline.model.ModelAnswer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Waiting for a model takes no thread. */
class CallsInFlightTest {

    private static final int CALLS = 200;
    private static final String ANSWER = "{\"choices\": [{\"index\": 0, \"finish_reason\": \"stop\","
            + " \"message\": {\"role\": \"assistant\", \"content\": \"{}\"}}]}";

    private final Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();

    @Test
    void twoHundredCallsInFlightTakeAtMostFortyThreads() {
        int before = Thread.getAllStackTraces().size();
        try (ProviderServer provider = new ProviderServer()) {
            LanguageModel model = provider.models().open(slow(provider.vertx));

            CompletableFuture<List<ModelAnswer>> all = ask(model).subscribeAsCompletionStage();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> waiting.size() == CALLS);
            int threads = Thread.getAllStackTraces().size() - before;
            waiting.forEach(request -> request.response().end(ANSWER));

            assertEquals(CALLS, all.orTimeout(30, TimeUnit.SECONDS).join().size());
            assertTrue(threads <= 40, threads + " threads, those of the server among them");
        }
    }

    private static Uni<List<ModelAnswer>> ask(LanguageModel model) {
        List<Uni<ModelAnswer>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(model.answer(ProviderServer.question()));
        }
        return Uni.join().all(calls).andFailFast();
    }

    /** A provider that answers nobody before all have asked. */
    private ProviderAccess slow(Vertx vertx) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(waiting::add)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new ProviderAccess(
                Provider.OPENAI, ProviderServer.KEY, URI.create("http://127.0.0.1:" + server.actualPort()));
    }
}
