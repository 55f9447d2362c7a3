package dev.sightline.local.endtoend;

import dev.sightline.local.endtoend.Script.Run;
import dev.sightline.local.replay.Replay;
import dev.sightline.local.replay.Replayed;
import dev.sightline.local.stack.Port;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A stack of its own for a test: free ports, its own data folder, started and stopped by the scripts. The applications
 * must have been packaged, which the order of the modules sees to.
 */
public final class LocalStack implements AutoCloseable {

    /** The personal key of the demo directory's project 1. */
    public static final String KEY = "phx_local";

    /** Its capture token. */
    public static final String TOKEN = "phc_local";

    private final Path data;
    private final Map<String, String> environment;
    private final Script script;

    private LocalStack(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
        this.script = new Script(environment);
    }

    /** A stack that is not started yet. */
    static LocalStack on(Path data) throws IOException {
        Map<String, String> environment = new HashMap<>(FreePorts.choose());
        environment.put("SIGHTLINE_DATA", data.toString());
        environment.put("SIGHTLINE_BUILD", "off");
        return new LocalStack(data, environment);
    }

    /** A started stack. */
    static LocalStack started(Path data) throws IOException {
        return started(data, Map.of());
    }

    /** A started stack with more variables in its environment. */
    public static LocalStack started(Path data, Map<String, String> more) throws IOException {
        LocalStack stack = on(data);
        stack.environment.putAll(more);
        stack.up();
        return stack;
    }

    /** Starts it and returns what {@code up} printed. */
    String up() {
        return succeed(script.run("up", "--detach"));
    }

    String down() {
        return succeed(script.run("down"));
    }

    void restart() {
        down();
        up();
    }

    private static String succeed(Run run) {
        if (run.exitCode() != 0) {
            throw new AssertionError("exit code " + run.exitCode() + ":\n" + run.output());
        }
        return run.output();
    }

    /** Runs one of the scripts in this stack's environment. */
    Run run(String name, String... arguments) {
        return script.run(name, arguments);
    }

    /** The same, with a variable set otherwise. */
    Run runWith(String variable, String value, String name, String... arguments) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new Script(changed).run(name, arguments);
    }

    /** The variables that make the scripts mean this stack. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    int port(Port port) {
        return port.in(environment);
    }

    /** Where the gateway is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port(Port.GATEWAY));
    }

    /** A caller with the demo key. */
    public Client client() {
        return new Client(address(), KEY);
    }

    /**
     * Sends a recording of {@code src/test/resources/recordings} as project 1, as if it had ended just now.
     *
     * @throws AssertionError if anything of it is refused
     */
    Replayed replay(String recording) {
        return replay(Path.of("src/test/resources/recordings", recording));
    }

    /** Sends the demo's visits to a small shop. */
    Replayed replayDemo() {
        return replay(Script.HOME.resolve("deploy/local/demo-sessions/sessions.jsonl.gz"));
    }

    private Replayed replay(Path file) {
        try {
            Replayed replayed = new Replay(address(), TOKEN).send(file, Instant.now());
            if (!replayed.refusals().isEmpty()) {
                throw new AssertionError("refused: " + replayed.refusals());
            }
            return replayed;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The process of a part, or of the runner itself. */
    ProcessHandle process(String part) {
        return part.equals("runner") ? handle(read("runner.pid")) : handle(pid(part));
    }

    private String pid(String part) {
        return read("processes")
                .lines()
                .filter(line -> line.startsWith(part + "="))
                .findAny()
                .map(line -> line.substring(part.length() + 1))
                .orElseThrow();
    }

    private static ProcessHandle handle(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops it. */
    @Override
    public void close() {
        down();
    }
}
