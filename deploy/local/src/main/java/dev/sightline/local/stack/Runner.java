package dev.sightline.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The runner of another process, seen from outside. */
public final class Runner {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Settings settings;
    private final ProcessHandle process;

    private Runner(Settings settings, ProcessHandle process) {
        this.settings = settings;
        this.process = process;
    }

    /** The runner on the data folder of these settings, if there is one. */
    public static Optional<Runner> find(Settings settings) throws IOException {
        return DataClaim.holder(settings.data()).map(process -> new Runner(settings, process));
    }

    public long pid() {
        return process.pid();
    }

    /**
     * Asks it to end and waits until it has.
     *
     * @throws StackFailure if it takes too long
     */
    public void stop() throws StackFailure, InterruptedException {
        process.destroy();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new StackFailure("Sightline (process %d) does not stop; see %s".formatted(pid(), settings.logs()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The runner's own process and those of the parts. */
    public List<PartStatus> parts() throws IOException {
        List<PartStatus> parts = new ArrayList<>();
        parts.add(new PartStatus("gateway", process, isUp(Port.GATEWAY, "/health")));
        for (Map.Entry<String, ProcessHandle> part :
                ProcessList.in(settings.data()).living().entrySet()) {
            parts.add(new PartStatus(part.getKey(), part.getValue(), isReady(part.getKey())));
        }
        postgres().ifPresent(server -> parts.add(new PartStatus(PartStatus.POSTGRES, server, true)));
        return parts;
    }

    private Optional<ProcessHandle> postgres() throws IOException {
        Path lock = settings.data().resolve("postgres/cluster/postmaster.pid");
        return settings.embedsPostgres() ? PidFile.read(lock) : Optional.empty();
    }

    private boolean isReady(String part) {
        return Service.named(part)
                .map(service -> isUp(service.port(), Health.SERVICE))
                .orElse(true);
    }

    private boolean isUp(Port port, String path) {
        return new Health(settings.port(port), path).isUp();
    }
}
