package dev.sightline.local.stack;

import dev.sightline.servers.KafkaServer;
import dev.sightline.servers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The main class of the process that holds the embedded servers. Its arguments are the data folder and the ports of
 * Postgres and Kafka, {@value #NONE} for a server that is not wanted.
 */
public final class EmbeddedServers {

    /** What it prints when both servers take requests. */
    static final String READY = "Servers are ready";

    static final String NONE = "none";

    private EmbeddedServers() {}

    public static void main(String[] arguments) {
        Leash.hold();
        Path data = Path.of(arguments[0]);
        CompletableFuture<Void> kafka = CompletableFuture.runAsync(() -> startKafka(data, arguments[2]));
        try {
            startPostgres(data, arguments[1]);
            kafka.join();
            System.out.println(READY);
        } catch (UncheckedIOException | CompletionException e) {
            System.err.println(e.getCause().getMessage());
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void startPostgres(Path data, String port) {
        if (port.equals(NONE)) {
            return;
        }
        try {
            PostgresServer postgres = PostgresServer.start(data.resolve("postgres"), Integer.parseInt(port));
            closeAtExit(postgres);
            for (Service service : Service.values()) {
                postgres.create(service.id(), service.id(), service.id());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static void startKafka(Path data, String port) {
        if (port.equals(NONE)) {
            return;
        }
        try {
            closeAtExit(KafkaServer.start(data.resolve("kafka"), Integer.parseInt(port)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeAtExit(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (Exception e) {
                e.printStackTrace();
            }
        }));
    }
}
