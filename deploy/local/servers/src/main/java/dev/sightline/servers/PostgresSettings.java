package dev.sightline.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Map;

/** How the embedded server is initialised and run. */
final class PostgresSettings {

    /** Ordering by code point on every machine, whatever its C library knows of locales. */
    private static final Map<String, String> INIT =
            Map.of("auth", "scram-sha-256", "locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8");

    private static final Map<String, String> RUN = Map.of(
            "listen_addresses", Ports.LOOPBACK,
            "unix_socket_directories", "",
            "shared_buffers", "96MB",
            "max_connections", "120");

    /** The library switches fsync off; data that is kept wants it on. */
    static final Map<String, String> DURABLE = Map.of("fsync", "on");

    static final Map<String, String> FAST = Map.of(
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "max_wal_size", "256MB",
            // Tells how long ago something became visible without anybody looking out for it.
            "track_commit_timestamp", "on");

    private PostgresSettings() {}

    static EmbeddedPostgres.Builder builder(DataFolder folder, Superuser superuser) {
        Redirect log = Redirect.appendTo(folder.resolve("postgres.log").toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(log)
                .setErrorRedirector(log);
        INIT.forEach(builder::setLocaleConfig);
        RUN.forEach(builder::setServerConfig);
        superuser.configure(builder);
        return builder;
    }

    /** One folder a user: root's must not stand in an ordinary user's way. */
    private static File binaries() {
        return new File(
                System.getProperty("java.io.tmpdir"), "sightline-postgres-binaries-" + System.getProperty("user.name"));
    }
}
