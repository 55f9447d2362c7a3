package dev.sightline.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The broker's configuration: {@code broker.properties} and, chosen at start, its folder and its ports. */
final class KafkaSettings {

    static final String CONTROLLER = "CONTROLLER";

    private static final String PLAIN = "PLAINTEXT";
    private static final String GUARDED = "SASL_PLAINTEXT";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required;";

    static final int NODE = 1;

    private KafkaSettings() {}

    static Properties of(Path logs, int port, int controllerPort) throws IOException {
        Properties settings = fixed();
        settings.put("log.dirs", logs.toString());
        settings.put("controller.quorum.voters", NODE + "@" + Ports.LOOPBACK + ":" + controllerPort);
        settings.put("listeners", listener(PLAIN, port) + "," + listener(CONTROLLER, controllerPort));
        settings.put("advertised.listeners", listener(PLAIN, port));
        return settings;
    }

    /** Adds a listener for those who sign in, with a name and a password that the broker has been told. */
    static void guard(Properties settings, int port) {
        for (String key : List.of("listeners", "advertised.listeners")) {
            settings.put(key, settings.get(key) + "," + listener(GUARDED, port));
        }
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-256");
        settings.put("listener.name.sasl_plaintext.scram-sha-256.sasl.jaas.config", SCRAM);
    }

    private static Properties fixed() throws IOException {
        Properties settings = new Properties();
        try (InputStream file = KafkaSettings.class.getResourceAsStream("broker.properties")) {
            settings.load(file);
        }
        return settings;
    }

    private static String listener(String name, int port) {
        return name + "://" + Ports.LOOPBACK + ":" + port;
    }
}
