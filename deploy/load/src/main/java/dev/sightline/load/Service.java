package dev.sightline.load;

import java.nio.file.Path;

/** A service whose edge is measured: what consumes its messages is switched off. */
enum Service {
    VISION("vision", "snapshots"),
    OBSERVABILITY("observability", "event-store");

    private final String label;
    private final String consumer;

    Service(String label, String consumer) {
        this.label = label;
        this.consumer = consumer;
    }

    String label() {
        return label;
    }

    Path jar() {
        return Path.of(label + "-service", "target", "quarkus-app", "quarkus-run.jar");
    }

    String portVariable() {
        return "SIGHTLINE_" + name() + "_PORT";
    }

    String withoutConsumer() {
        return "-Dmp.messaging.incoming." + consumer + ".enabled=false";
    }
}
