package dev.sightline.model.provider;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;

/** The system's own resolver, which knows hosts files and the search domains of a cluster. It blocks, on two threads. */
@ApplicationScoped
class SystemNames implements Names {

    private static final int THREADS = 2;

    private final WorkerExecutor workers;

    SystemNames(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("sightline-names", THREADS);
    }

    @PreDestroy
    void close() {
        workers.close();
    }

    @Override
    public Uni<List<InetAddress>> find(String host) {
        return Uni.createFrom()
                .completionStage(() -> workers.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
                        .toCompletionStage());
    }
}
