package dev.sightline.local.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The routes file in the words of proxies that run elsewhere. */
public final class GatewayFiles {

    /** The first line of each, as all of them know comments. */
    static final String ORIGIN = "# Written by deploy/gateway/generate from routes.yaml; change it there.";

    /** Where every service listens in a cluster. */
    static final int SERVICE_PORT = 8080;

    private static final String SOURCE = "routes.yaml";

    private GatewayFiles() {}

    /**
     * Writes the files beside their source.
     *
     * @param folder holds {@code routes.yaml}
     * @return their names
     * @throws IOException if the routes cannot be read or a file cannot be written
     */
    public static List<String> write(Path folder) throws IOException {
        Map<String, String> files = of(Routes.read(folder.resolve(SOURCE)));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return files.keySet().stream().sorted().toList();
    }

    /** What each file has to hold, by its name. */
    static Map<String, String> of(Routes routes) {
        return Map.of(
                "nginx.conf", NginxFile.of(routes),
                "envoy.yaml", EnvoyFile.of(routes),
                "httproutes.yaml", HttpRoutesFile.of(routes));
    }

    /** The name of a service in a cluster. */
    static String host(String service) {
        return service + "-service";
    }

    static List<String> services(Routes routes) {
        return routes.routes().stream().map(Route::service).distinct().sorted().toList();
    }
}
