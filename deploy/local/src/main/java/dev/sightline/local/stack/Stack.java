package dev.sightline.local.stack;

import dev.sightline.local.gateway.Gateway;
import dev.sightline.local.gateway.Routes;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stack: starts its parts, and starts again what ends unasked, unless one part keeps ending. */
public final class Stack {

    private static final String ALREADY = "Sightline runs already on %s; deploy/local/down stops it.";

    private final Settings settings;
    private final Progress progress;
    private final DataClaim claim;
    private final Parts parts;
    private final Members members;
    private final Deaths deaths = new Deaths();
    private final BlockingQueue<RunningPart> ended = new LinkedBlockingQueue<>();

    private Stack(Settings settings, Progress progress, DataClaim claim) {
        this.settings = settings;
        this.progress = progress;
        this.claim = claim;
        this.parts = new Parts(settings);
        this.members = new Members(ProcessList.in(settings.data()));
    }

    /**
     * Claims the data folder and makes sure that nothing stands in the way of a start.
     *
     * @param fresh whether to empty the data folder
     * @throws StackFailure if a port is in use or the stack runs already, naming what to do
     */
    public static Stack open(Settings settings, Progress progress, boolean fresh)
            throws StackFailure, IOException, InterruptedException {
        PortCheck ports = new PortCheck(settings);
        DataClaim claim = DataClaim.take(settings.data())
                .orElseThrow(() -> new StackFailure(ports.complaint() + "\n" + ALREADY.formatted(settings.data())));
        new Predecessor(ProcessList.in(settings.data())).awaitEnd();
        if (fresh) {
            claim.empty();
        }
        if (!ports.complaint().isEmpty()) {
            claim.close();
            throw new StackFailure(ports.complaint());
        }
        return new Stack(settings, progress, claim);
    }

    /**
     * Starts every part and returns when all are ready.
     *
     * @throws StackFailure if a part does not start; what has been started stays until {@link #stop}
     */
    public void start() throws StackFailure, IOException, InterruptedException {
        if (settings.embedsPostgres() || settings.embedsKafka()) {
            progress.step("starting the embedded servers");
            awaitReady(List.of(launch(parts.servers())));
        }
        progress.step("starting the services");
        List<RunningPart> services = new ArrayList<>();
        for (Service service : Service.values()) {
            services.add(launch(parts.service(service)));
        }
        members.add(gateway());
        awaitReady(services);
    }

    private void awaitReady(List<RunningPart> started) throws StackFailure, InterruptedException {
        new Startup(progress).await(started);
    }

    private RunningPart launch(Part part) throws IOException, StackFailure {
        RunningPart started = members.start(part);
        started.onExit(ended::add);
        return started;
    }

    private Gateway gateway() throws IOException, StackFailure {
        Map<String, SocketAddress> origins = Stream.of(Service.values())
                .collect(Collectors.toMap(Service::id, service -> address(Settings.LOOPBACK, service.port())));
        Routes routes = Routes.read(settings.home().resolve("deploy/gateway/routes.yaml"));
        try {
            return Gateway.start(routes, address(settings.bind(), Port.GATEWAY), origins);
        } catch (CompletionException e) {
            throw new StackFailure("The gateway does not start: " + e.getCause().getMessage());
        }
    }

    private SocketAddress address(String host, Port port) {
        return SocketAddress.inetSocketAddress(settings.port(port), host);
    }

    /**
     * Keeps the parts running until the stack is stopped.
     *
     * @throws StackFailure if a part keeps ending
     */
    public void watch() throws StackFailure, IOException, InterruptedException {
        RunningPart part = ended.take();
        while (!members.isClosed()) {
            revive(part);
            part = ended.take();
        }
    }

    /** Services need the servers, so whatever else ended meanwhile waits until these are back. */
    private void revive(RunningPart part) throws StackFailure, IOException, InterruptedException {
        String what = part.name() + " ended with exit code " + part.exitCode();
        if (!deaths.forgives(part.name(), Instant.now())) {
            throw StackFailure.of(
                    what + " for the third time within a minute", part.part().log());
        }
        progress.say(what + "; starting it again");
        RunningPart again = launch(part.part());
        if (part.name().equals(Parts.SERVERS)) {
            awaitReady(List.of(again));
        }
    }

    /** Stops every part, in the order in which they need each other, and returns when all have ended. */
    public void stop() throws IOException, InterruptedException {
        members.close();
        claim.close();
    }
}
