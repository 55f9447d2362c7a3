package dev.sightline.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of the stack and how each is started. */
record Parts(Settings settings) {

    /**
     * Small and quick to start: half the processor time and a fifth less memory than by default. Under lasting load the
     * second compiler pays: {@code SIGHTLINE_JAVA_OPTIONS=-XX:TieredStopAtLevel=4}.
     */
    private static final List<String> QUICK =
            List.of("-Xms32m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=UTC");

    static final String SERVERS = "servers";

    private static final String LEASHED = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    Part servers() {
        Path log = settings.logs().resolve("servers.log");
        List<String> command = java("-Xmx192m");
        command.addAll(List.of("-cp", built("sightline-local.jar"), EmbeddedServers.class.getName()));
        command.add(settings.data().toString());
        command.add(settings.embedsPostgres() ? "" + settings.port(Port.POSTGRES) : EmbeddedServers.NONE);
        command.add(settings.embedsKafka() ? "" + settings.port(Port.KAFKA) : EmbeddedServers.NONE);
        return new Part(SERVERS, command, Map.of(), log, () -> says(log, EmbeddedServers.READY));
    }

    Part service(Service service) {
        Path application = settings.home().resolve(service.id() + "-service/target/quarkus-app/quarkus-run.jar");
        List<String> command = java("-Xmx384m");
        command.addAll(List.of("-cp", built("sightline-local-leash.jar") + ":" + application));
        command.addAll(List.of(Leash.class.getName(), LEASHED));
        Health health = new Health(settings.port(service.port()), Health.SERVICE);
        return new Part(service.id(), command, settings.ofServices(), log(service), health::isUp);
    }

    private Path log(Service service) {
        return settings.logs().resolve(service.id() + ".log");
    }

    private String built(String jar) {
        return settings.home().resolve("deploy/local/target").resolve(jar).toString();
    }

    private List<String> java(String heap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(heap);
        command.addAll(QUICK);
        command.addAll(settings.javaOptions());
        return command;
    }

    private static boolean says(Path log, String line) {
        try {
            return Files.readString(log).contains(line);
        } catch (IOException e) {
            return false;
        }
    }
}
