package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;

import dev.sightline.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server of the Postgres that this machine has installed, with its tools; the embedded one comes without them. */
final class InstalledPostgres implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final List<String> TOOLS =
            List.of("initdb", "postgres", "pg_dump", "pg_restore", "dropdb", "createdb");

    private static final int FIRST_WITH_VALIDITY = 16;
    private static final String VALIDITY = """
            create schema newer;
            create function newer.pg_input_is_valid(input text, type text) returns boolean language plpgsql stable as $$
            begin
                execute format('select %L::%s', input, type);
                return true;
            exception when data_exception then
                return false;
            end $$;
            alter role current_user set search_path = public, newer
            """;

    private final Path tools;
    private final Path folder;
    private final int port;
    private final Process server;

    private InstalledPostgres(Path tools, Path folder) throws IOException {
        this.tools = tools;
        this.folder = folder;
        this.port = Ports.free();
        String data = folder.resolve("data").toString();
        succeed(unprivileged("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"));
        this.server = builder(unprivileged(
                        "postgres",
                        "-D",
                        data,
                        "-p",
                        "" + port,
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories="))
                .start();
        await().atMost(Cluster.PATIENCE).until(this::answers);
    }

    /** Where the newest complete installation has its programs. */
    static Optional<Path> tools() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> TOOLS.stream().allMatch(tool -> Files.isExecutable(bin.resolve(tool))))
                    .max(Comparator.comparingInt(bin ->
                            Integer.parseInt(bin.getParent().getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InstalledPostgres start(Path tools, Path folder) throws IOException {
        return new InstalledPostgres(tools, folder);
    }

    private boolean answers() {
        try (Connection connection = connect("postgres", "postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection("jdbc:" + url() + "/" + database, role, role);
    }

    String url() {
        return "postgresql://127.0.0.1:" + port;
    }

    /**
     * Makes a database and its owner, both of this name. A server older than the services want, which is what Debian has,
     * gets the one function that it lacks.
     */
    void create(String name) throws SQLException {
        execute("postgres", "create role " + name + " login password '" + name + "'");
        execute("postgres", "create database " + name + " owner " + name);
        try (Connection connection = connect(name, name)) {
            if (connection.getMetaData().getDatabaseMajorVersion() < FIRST_WITH_VALIDITY) {
                execute(name, VALIDITY);
            }
        }
    }

    /** Executes a statement in a database as the role of its name. */
    void execute(String database, String statement) throws SQLException {
        try (Connection connection = connect(database, database);
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    /** Runs one of the installation's tools, which must succeed. */
    void run(String tool, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(tools.resolve(tool).toString()));
        command.addAll(List.of(arguments));
        succeed(command);
    }

    /** The server refuses to be run by root; in a name space of its own root is nobody. */
    private List<String> unprivileged(String tool, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(tools.resolve(tool).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void succeed(List<String> command) throws IOException {
        int exitCode = builder(command).start().onExit().join().exitValue();
        if (exitCode != 0) {
            throw new AssertionError(command + " ended with " + exitCode + ":\n" + Files.readString(log()));
        }
    }

    private ProcessBuilder builder(List<String> command) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    /** Asks it to disconnect everybody and to end. */
    @Override
    public void close() throws IOException {
        new ProcessBuilder("kill", "-INT", "" + server.pid()).start().onExit().join();
        server.onExit().join();
    }
}
