package dev.sightline.local.gateway;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** The running gateway. Closing it stops taking connections and frees the port. */
public final class Gateway implements AutoCloseable {

    private static final int LISTENERS = 2;

    private final Vertx vertx;

    private Gateway(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Listens on an address and forwards to the services.
     *
     * @param origins where each service that the routes name listens
     * @throws CompletionException if the address is taken
     */
    public static Gateway start(Routes routes, SocketAddress address, Map<String, SocketAddress> origins) {
        Vertx vertx = Vertx.vertx(options());
        try {
            await(vertx.deployVerticle(
                    () -> new Listener(routes, address, origins), new DeploymentOptions().setInstances(LISTENERS)));
        } catch (CompletionException e) {
            await(vertx.close());
            throw e;
        }
        return new Gateway(vertx);
    }

    private static VertxOptions options() {
        return new VertxOptions()
                .setEventLoopPoolSize(LISTENERS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
