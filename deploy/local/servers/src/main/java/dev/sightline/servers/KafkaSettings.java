package dev.sightline.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;

/** The broker's configuration: {@code broker.properties} and, chosen at start, its folder and its ports. */
final class KafkaSettings {

    static final String CONTROLLER = "CONTROLLER";
    static final int NODE = 1;

    private KafkaSettings() {}

    static Properties of(Path logs, int port, int controllerPort) throws IOException {
        Properties settings = fixed();
        settings.put("log.dirs", logs.toString());
        settings.put("controller.quorum.voters", NODE + "@" + Ports.LOOPBACK + ":" + controllerPort);
        settings.put("listeners", listener("PLAINTEXT", port) + "," + listener(CONTROLLER, controllerPort));
        settings.put("advertised.listeners", listener("PLAINTEXT", port));
        return settings;
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
