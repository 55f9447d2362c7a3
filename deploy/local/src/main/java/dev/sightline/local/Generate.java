package dev.sightline.local;

import dev.sightline.local.gateway.GatewayFiles;
import dev.sightline.local.stack.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says the routes in the words of other proxies. */
@Command(name = "generate", description = "Writes the configuration of nginx, Envoy and Gateway API from routes.yaml.")
final class Generate implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        GatewayFiles.write(Settings.ofThisProcess().home().resolve("deploy/gateway"))
                .forEach(file -> System.out.println("Wrote deploy/gateway/" + file));
        return 0;
    }
}
