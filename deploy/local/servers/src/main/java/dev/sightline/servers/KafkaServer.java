package dev.sightline.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A single Kafka node, broker and controller in one, inside this JVM and reachable over the loopback only. What it
 * acknowledged survives a kill of the process.
 */
public final class KafkaServer implements AutoCloseable {

    private static final String CLUSTER = "SightlineLocalStackAAA";

    private final DataFolder folder;
    private final int port;
    private final KafkaRaftServer server;

    private KafkaServer(DataFolder folder, int port, OptionalInt guarded) throws IOException {
        this.folder = folder;
        this.port = Ports.choose(port);
        Ports.requireFree(this.port);
        Path logs = folder.resolve("logs");
        format(logs);
        Properties settings = KafkaSettings.of(logs, this.port, Ports.free());
        guarded.ifPresent(second -> KafkaSettings.guard(settings, second));
        this.server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    }

    /**
     * Starts a node on a folder whose content is kept, or taken up again.
     *
     * @param port 0 for a free one
     * @throws IOException if the folder or the port is in use, or the node does not start
     */
    public static KafkaServer start(Path data, int port) throws IOException {
        return start(data, port, OptionalInt.empty());
    }

    /**
     * The same with a second port, which takes only those who sign in by SCRAM-SHA-256. At first nobody can: who may is told
     * to the broker by its administration.
     *
     * @param guarded a free port
     */
    public static KafkaServer startGuarded(Path data, int port, int guarded) throws IOException {
        return start(data, port, OptionalInt.of(guarded));
    }

    private static KafkaServer start(Path data, int port, OptionalInt guarded) throws IOException {
        DataFolder folder = DataFolder.open(data);
        try {
            KafkaServer kafka = new KafkaServer(folder, port, guarded);
            kafka.server.startup();
            return kafka;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void format(Path logs) throws IOException {
        Formatter formatter = new Formatter()
                .setClusterId(CLUSTER)
                .setNodeId(KafkaSettings.NODE)
                .setControllerListenerName(KafkaSettings.CONTROLLER)
                .addDirectory(logs.toString())
                .setMetadataLogDirectory(logs.toString())
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()));
        try {
            formatter.run();
        } catch (Exception e) {
            throw new IOException("Kafka could not prepare " + logs, e);
        }
    }

    public int port() {
        return port;
    }

    /** Host and port as {@code bootstrap.servers} takes them. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** Stops the node; returns when its files are closed. */
    @Override
    public void close() throws IOException {
        server.shutdown();
        server.awaitShutdown();
        folder.close();
    }
}
