package dev.sightline.local.stack;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A service of Sightline: its packaged application, its port and its database have the service's name. */
public enum Service {
    VISION(Port.VISION),
    SIGNALS(Port.SIGNALS),
    OBSERVABILITY(Port.OBSERVABILITY);

    private final Port port;

    Service(Port port) {
        this.port = port;
    }

    /** The service with an id, if there is one. */
    static Optional<Service> named(String id) {
        return Stream.of(values()).filter(service -> service.id().equals(id)).findAny();
    }

    public Port port() {
        return port;
    }

    /** The name as routes, databases and folders have it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
