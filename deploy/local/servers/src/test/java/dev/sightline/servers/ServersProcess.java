package dev.sightline.servers;

import java.nio.file.Path;

/** Starts both servers, writes a row into Postgres, tells the ports and then waits to be killed. */
final class ServersProcess {

    private ServersProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        PostgresServer postgres = PostgresServer.start(data.resolve("postgres"), 0);
        KafkaServer kafka = KafkaServer.start(data.resolve("kafka"), 0);
        postgres.create("vision", "vision", "v");
        System.out.println(postgres.port() + " " + kafka.port());
        Thread.currentThread().join();
    }
}
