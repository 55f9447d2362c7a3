package dev.sightline.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    @TempDir
    Path data;

    @Test
    void recordsAndGroupOffsetsSurviveARestartOnAnotherPort() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(data, 0)) {
            Broker.at(kafka.port()).createTopic();
            Broker.at(kafka.port()).send("first".getBytes());
            assertEquals("first", Broker.at(kafka.port()).next());
            Broker.at(kafka.port()).send("second".getBytes());
        }

        try (KafkaServer kafka = KafkaServer.start(data, 0)) {
            assertEquals("second", Broker.at(kafka.port()).next());
        }
    }

    @Test
    void takesRecordsOfThirtyMebibytes() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(data, 0)) {
            Broker.at(kafka.port()).createTopic();

            Broker.at(kafka.port()).send(new byte[30 << 20]);

            assertEquals(30 << 20, Broker.at(kafka.port()).next().length());
        }
    }

    @Test
    void aFolderServesOneBrokerAtATime() throws Exception {
        try (KafkaServer kafka = KafkaServer.start(data, 0)) {
            IOException refusal = assertThrows(IOException.class, () -> KafkaServer.start(data, 0));

            assertTrue(refusal.getMessage().contains("in use by another process"), refusal.getMessage());
            Broker.at(kafka.port()).createTopic();
        }
    }

    @Test
    void aUsedPortIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            IOException refusal = assertThrows(IOException.class, () -> KafkaServer.start(data, other.getLocalPort()));

            assertEquals("Port " + other.getLocalPort() + " on 127.0.0.1 is in use", refusal.getMessage());
        }
    }
}
