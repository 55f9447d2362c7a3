package dev.sightline.load;

import dev.sightline.servers.KafkaServer;
import dev.sightline.servers.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** A service with a broker and a database of its own, for one measurement. */
final class Run {

    private Run() {}

    /** What is measured, and on which broker. */
    interface Measurement {
        void run(ServiceProcess service, String broker) throws Exception;
    }

    /** Starts everything, measures, and leaves nothing behind; prints the service's log if the measurement fails. */
    static void of(Service service, Measurement measurement) throws Exception {
        Path folder = Files.createTempDirectory("sightline-load");
        Path log = folder.resolve(service.label() + ".log");
        try (KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"), 0);
                PostgresServer postgres = PostgresServer.startFast(folder.resolve("postgres"), 0);
                ServiceProcess process = start(service, log, kafka, postgres)) {
            measurement.run(process, kafka.bootstrapServers());
        } catch (ExecutionException e) {
            System.err.println(Files.readString(log));
            throw e;
        } finally {
            Folders.delete(folder);
        }
    }

    private static ServiceProcess start(Service service, Path log, KafkaServer kafka, PostgresServer postgres)
            throws Exception {
        postgres.create(service.label(), service.label(), service.label());
        return ServiceProcess.start(
                service,
                log,
                Map.of("SIGHTLINE_POSTGRES_URL", postgres.url(), "SIGHTLINE_KAFKA", kafka.bootstrapServers()));
    }
}
