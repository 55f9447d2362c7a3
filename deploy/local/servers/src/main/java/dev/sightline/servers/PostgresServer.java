package dev.sightline.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/**
 * A Postgres server reachable over the loopback only. It is a process beside this JVM and does not end with it: close
 * stops it, and one that a killed JVM left behind is stopped before its data folder is taken up again.
 */
public final class PostgresServer implements AutoCloseable {

    private final DataFolder folder;
    private final Superuser superuser;
    private final EmbeddedPostgres server;

    private PostgresServer(DataFolder folder, int port, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.superuser = Superuser.of(folder.resolve("superuser"));
        Path cluster = folder.resolve("cluster");
        stopPredecessor(cluster);
        int chosen = Ports.choose(port);
        Ports.requireFree(chosen);
        EmbeddedPostgres.Builder builder = PostgresSettings.builder(folder, superuser)
                .setDataDirectory(cluster)
                .setPort(chosen);
        settings.forEach(builder::setServerConfig);
        this.server = builder.start();
    }

    /**
     * Starts a server on a folder whose content is kept, or taken up again.
     *
     * @param port 0 for a free one
     * @throws IOException if the folder or the port is in use, or the server does not start
     */
    public static PostgresServer start(Path data, int port) throws IOException {
        return start(data, port, PostgresSettings.DURABLE);
    }

    /** The same without waiting for the disk: what a test stores need not survive a power cut. */
    public static PostgresServer startFast(Path data, int port) throws IOException {
        return start(data, port, PostgresSettings.FAST);
    }

    private static PostgresServer start(Path data, int port, Map<String, String> settings) throws IOException {
        DataFolder folder = DataFolder.open(data);
        try {
            return new PostgresServer(folder, port, settings);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void stopPredecessor(Path cluster) throws IOException {
        try {
            Postmaster.of(cluster).stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a former server stopped", e);
        }
    }

    /**
     * Makes sure the role exists with this password and owns a database that no other role may connect to. Existing data
     * stays.
     *
     * @param database name of the database; letters, digits and underscores
     * @param role name of the owner; letters, digits and underscores
     * @throws SQLException if the server refuses
     */
    public void create(String database, String role, String password) throws SQLException {
        new OwnedDatabase(database, role, password).create(superuser.connect(server));
    }

    public int port() {
        return server.getPort();
    }

    /** For example {@code postgresql://127.0.0.1:8432}; a slash and the database's name make it a connection URL. */
    public String url() {
        return "postgresql://" + Ports.LOOPBACK + ":" + port();
    }

    /** Stops the server; returns when its files are closed. */
    @Override
    public void close() throws IOException {
        server.close();
        folder.close();
    }
}
