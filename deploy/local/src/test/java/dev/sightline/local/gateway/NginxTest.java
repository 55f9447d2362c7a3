package dev.sightline.local.gateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Runs where an nginx is installed. */
class NginxTest extends GatewayBehaviour {

    @TempDir
    static Path folder;

    @Override
    AutoCloseable start(Setup setup) throws IOException {
        assumeTrue(Nginx.installed().isPresent(), "no nginx is installed");
        return Nginx.start(setup, Files.createTempDirectory(folder, "nginx"));
    }
}
