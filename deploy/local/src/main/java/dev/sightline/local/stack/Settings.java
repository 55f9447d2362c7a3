package dev.sightline.local.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the stack is told: where the repository lies, and the environment that {@code deploy/local/README.md} documents.
 *
 * @param home root of the repository
 */
public record Settings(Path home, Map<String, String> environment) {

    public static final String LOOPBACK = "127.0.0.1";

    /** Values that make the services quick enough to watch, unless the environment says otherwise. */
    static final Map<String, String> TUNING = Map.of(
            "SIGHTLINE_VISION_SWEEP_INTERVAL", "10s",
            "SIGHTLINE_VISION_SETTLE", "20s",
            "SIGHTLINE_VISION_ELIGIBILITY_MIN_DURATION", "1",
            "SIGHTLINE_VISION_ELIGIBILITY_MIN_ACTIVE", "0",
            "SIGHTLINE_VISION_SCANNER_PROVIDER", "local",
            "SIGHTLINE_SIGNALS_FLUSH", "1s",
            "SIGHTLINE_SCOUT_TICK", "1m");

    /** The settings of this process; {@code sightline.home} is the root of the repository. */
    public static Settings ofThisProcess() {
        return new Settings(Path.of(System.getProperty("sightline.home", ".")).toAbsolutePath(), System.getenv());
    }

    public int port(Port port) {
        return port.in(environment);
    }

    public Path data() {
        return path("SIGHTLINE_DATA", "deploy/local/data");
    }

    Path logs() {
        return data().resolve("logs");
    }

    Path directory() {
        return path("SIGHTLINE_DIRECTORY", "deploy/local/directory.json");
    }

    boolean hasDemoDirectory() {
        return !environment.containsKey("SIGHTLINE_DIRECTORY");
    }

    private Path path(String variable, String standard) {
        String told = environment.get(variable);
        return (told == null ? home.resolve(standard) : Path.of(told).toAbsolutePath()).normalize();
    }

    /** Where the gateway listens. Everything else stays on the loopback. */
    String bind() {
        return environment.getOrDefault("SIGHTLINE_BIND", LOOPBACK);
    }

    /** Options for the processes' Java beside the stack's own, which they override. */
    List<String> javaOptions() {
        String options = environment.getOrDefault("SIGHTLINE_JAVA_OPTIONS", "").trim();
        return options.isEmpty() ? List.of() : List.of(options.split(" +"));
    }

    boolean embedsPostgres() {
        return !environment.containsKey("SIGHTLINE_POSTGRES_URL");
    }

    boolean embedsKafka() {
        return !environment.containsKey("SIGHTLINE_KAFKA");
    }

    /** Where Kafka is, as {@code bootstrap.servers} takes it. */
    public String kafka() {
        return embedsKafka() ? LOOPBACK + ":" + port(Port.KAFKA) : environment.get("SIGHTLINE_KAFKA");
    }

    /** The public address. */
    public String url() {
        boolean isLocal = bind().equals(LOOPBACK) || bind().equals("0.0.0.0");
        return "http://" + (isLocal ? "localhost" : bind()) + ":" + port(Port.GATEWAY);
    }

    /** The tuning in force: the stack's values where the environment has none. */
    Map<String, String> tuning() {
        Map<String, String> tuning = new HashMap<>(TUNING);
        tuning.replaceAll(environment::getOrDefault);
        return tuning;
    }

    /** The environment of a service. */
    Map<String, String> ofServices() {
        Map<String, String> variables = new HashMap<>(tuning());
        variables.put("SIGHTLINE_BIND", LOOPBACK);
        variables.put("SIGHTLINE_DIRECTORY", directory().toString());
        variables.put(
                "SIGHTLINE_STATIC",
                path("SIGHTLINE_STATIC", "deploy/gateway/static").toString());
        if (!environment.containsKey("SIGHTLINE_SECRETS_KEY")) {
            variables.put(
                    "SIGHTLINE_SECRETS_KEY_FILE", data().resolve("secrets.key").toString());
        }
        // the gateway is closed first, and a server that is away must be a reason not to start
        variables.put("SIGHTLINE_SHUTDOWN_DELAY", "0s");
        variables.put("SIGHTLINE_POSTGRES_RETRIES", "0");
        // people read these logs
        variables.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        return variables;
    }
}
