package dev.sightline.load;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A service that is measured. */
enum Service {
    VISION("vision", "snapshots"),
    OBSERVABILITY("observability", "event-store", "evaluation-scheduler");

    private final String label;
    private final List<String> consumers;

    Service(String label, String... consumers) {
        this.label = label;
        this.consumers = List.of(consumers);
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

    Stream<String> withoutConsumers() {
        return consumers.stream().map(consumer -> "-Dmp.messaging.incoming." + consumer + ".enabled=false");
    }
}
