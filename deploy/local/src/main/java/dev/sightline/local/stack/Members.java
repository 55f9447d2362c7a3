package dev.sightline.local.stack;

import dev.sightline.local.gateway.Gateway;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What of the stack runs at present. Nothing can be added once it is being closed. */
final class Members {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ProcessList list;
    private final Map<String, RunningPart> parts = new TreeMap<>();
    private Gateway gateway;
    private volatile boolean closed;

    Members(ProcessList list) {
        this.list = list;
    }

    boolean isClosed() {
        return closed;
    }

    synchronized RunningPart start(Part part) throws IOException, StackFailure {
        requireOpen();
        RunningPart started = RunningPart.start(part);
        parts.put(part.name(), started);
        list.write(parts.values().stream().collect(Collectors.toMap(RunningPart::name, RunningPart::pid)));
        return started;
    }

    synchronized void add(Gateway listening) throws StackFailure {
        requireOpen();
        gateway = listening;
    }

    private void requireOpen() throws StackFailure {
        if (closed) {
            throw new StackFailure("The stack is being stopped");
        }
    }

    /** Stops everything in the order in which it is needed: gateway, services, servers. */
    void close() throws IOException, InterruptedException {
        closed = true;
        closeMembers();
    }

    private synchronized void closeMembers() throws IOException, InterruptedException {
        if (gateway != null) {
            gateway.close();
        }
        RunningPart servers = parts.remove(Parts.SERVERS);
        end(List.copyOf(parts.values()));
        end(servers == null ? List.of() : List.of(servers));
        list.remove();
    }

    private static void end(List<RunningPart> ending) throws InterruptedException {
        ending.forEach(RunningPart::terminate);
        for (RunningPart part : ending) {
            part.awaitEnd(PATIENCE);
        }
    }
}
