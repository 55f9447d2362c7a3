package dev.sightline.local.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The nginx that is installed on this machine, running on a configuration of ours in a folder of its own. */
record Nginx(Process process) implements AutoCloseable {

    static Optional<Path> installed() {
        String folders = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(folders.split(":"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Nginx start(GatewayBehaviour.Setup setup, Path folder) throws IOException {
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(setup, folder));
        Process process = new ProcessBuilder(command(folder, configuration))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Awaitility.await().atMost(20, SECONDS).until(() -> listens(setup.port()) || ended(process, folder));
        return new Nginx(process);
    }

    /** In the foreground. Started by root, it keeps the rights: the folder is for its owner alone. */
    private static List<String> command(Path folder, Path configuration) {
        String nginx = installed().orElseThrow().toString();
        return List.of(nginx, "-p", folder.toString(), "-c", configuration.toString(), "-g", "daemon off; user root;");
    }

    private static String configuration(GatewayBehaviour.Setup setup, Path folder) {
        String text = NginxFile.of(setup.routes())
                .replace("/tmp/", folder + "/")
                .replace("listen 8000;", "listen 127.0.0.1:" + setup.port() + ";");
        for (Map.Entry<String, SocketAddress> origin : setup.origins().entrySet()) {
            text = text.replace(
                    "server " + GatewayFiles.host(origin.getKey()) + ":8080;",
                    "server 127.0.0.1:" + origin.getValue().port() + ";");
        }
        return text;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ended(Process process, Path folder) throws IOException {
        if (process.isAlive()) {
            return false;
        }
        throw new IllegalStateException("nginx ended: " + Files.readString(folder.resolve("log")));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
