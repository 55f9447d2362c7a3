package dev.sightline.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path data;

    @Test
    void rolesReachTheirOwnDatabaseOnly() throws Exception {
        try (PostgresServer server = PostgresServer.startFast(data, 0)) {
            server.create("vision", "vision", "it's v");
            server.create("signals", "signals", "s");

            assertEquals(1, new Database(server.port(), "vision", "vision", "it's v").number("select 1"));
            assertThrows(SQLException.class, () -> new Database(server.port(), "signals", "vision", "it's v")
                    .number("select 1"));
            assertThrows(SQLException.class, () -> new Database(server.port(), "vision", "vision", "wrong")
                    .number("select 1"));
            assertThrows(SQLException.class, () -> new Database(server.port(), "postgres", "postgres", "")
                    .number("select 1"));
        }
    }

    @Test
    void dataSurvivesAStopAndCreateIsRepeatable() throws Exception {
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            server.create("vision", "vision", "old");
            new Database(server.port(), "vision", "vision", "old").execute("create table kept as select 42 as answer");
        }

        try (PostgresServer server = PostgresServer.start(data, 0)) {
            server.create("vision", "vision", "new");
            assertEquals(42, new Database(server.port(), "vision", "vision", "new").number("select answer from kept"));
        }
    }

    @Test
    void aFolderServesOneServerAtATime() throws Exception {
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            server.create("vision", "vision", "v");

            IOException refusal = assertThrows(IOException.class, () -> PostgresServer.start(data, 0));

            assertTrue(refusal.getMessage().contains("in use by another process"), refusal.getMessage());
            assertEquals(1, new Database(server.port(), "vision", "vision", "v").number("select 1"));
        }
    }

    @Test
    void aUsedPortIsNamed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            IOException refusal =
                    assertThrows(IOException.class, () -> PostgresServer.start(data, other.getLocalPort()));

            assertEquals("Port " + other.getLocalPort() + " on 127.0.0.1 is in use", refusal.getMessage());
        }
    }

    @Test
    void namesThatAreNotIdentifiersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new OwnedDatabase("a; drop database b", "r", "p"));
    }
}
