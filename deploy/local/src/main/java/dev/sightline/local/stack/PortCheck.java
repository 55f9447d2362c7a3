package dev.sightline.local.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out before anything is started which ports somebody else uses. */
record PortCheck(Settings settings) {

    /** What stands in the way, one line a port; empty if nothing does. */
    String complaint() {
        return needed().filter(port -> !isFree(port)).map(this::words).collect(Collectors.joining("\n"));
    }

    /** A Postgres that a killed process left behind still holds its port; its successor stops it first. */
    private boolean leftPostgresBehind() {
        return Files.exists(settings.data().resolve("postgres/cluster/postmaster.pid"));
    }

    private Stream<Port> needed() {
        Stream<Port> ours = Stream.of(Port.GATEWAY, Port.VISION, Port.SIGNALS, Port.OBSERVABILITY);
        boolean postgres = settings.embedsPostgres() && !leftPostgresBehind();
        Stream<Port> servers = Stream.of(
                        postgres ? List.of(Port.POSTGRES) : List.<Port>of(),
                        settings.embedsKafka() ? List.of(Port.KAFKA) : List.<Port>of())
                .flatMap(List::stream);
        return Stream.concat(ours, servers);
    }

    private boolean isFree(Port port) {
        String address = port == Port.GATEWAY ? settings.bind() : Settings.LOOPBACK;
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, settings.port(port)));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String words(Port port) {
        return "Port %d is in use; set %s to another one.".formatted(settings.port(port), port.variable());
    }
}
