package dev.sightline.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path data;

    @Test
    void successorsTakeFoldersAndPortsOfAKilledProcess() throws Exception {
        Process process = start();
        List<Integer> ports = ports(process);
        Broker.at(ports.get(1)).createTopic();
        Broker.at(ports.get(1)).send("acknowledged".getBytes());
        Database.at(ports.get(0)).execute("create table kept as select 42 as answer");

        process.destroyForcibly().waitFor();

        try (PostgresServer postgres = PostgresServer.start(data.resolve("postgres"), ports.get(0));
                KafkaServer kafka = KafkaServer.start(data.resolve("kafka"), ports.get(1))) {
            assertEquals(42, Database.at(postgres.port()).number("select answer from kept"));
            assertEquals("acknowledged", Broker.at(kafka.port()).next());
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        JAVA,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServersProcess.class.getName(),
                        data.toString())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static List<Integer> ports(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        return Stream.of(output.readLine().split(" ")).map(Integer::parseInt).toList();
    }
}
