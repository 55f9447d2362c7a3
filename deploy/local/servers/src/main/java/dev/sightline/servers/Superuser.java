package dev.sightline.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.sql.DataSource;

/** The administrator's account: its password is drawn once for each data folder and stays in a file beside the data. */
record Superuser(Path file, String password) {

    static Superuser of(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, draw());
        }
        return new Superuser(file, Files.readString(file));
    }

    private static String draw() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    void configure(EmbeddedPostgres.Builder builder) {
        builder.setLocaleConfig("pwfile", file.toString()).setConnectConfig("password", password);
    }

    DataSource connect(EmbeddedPostgres server) {
        return server.getPostgresDatabase();
    }
}
