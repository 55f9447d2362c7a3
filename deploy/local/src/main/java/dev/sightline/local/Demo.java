package dev.sightline.local;

import dev.sightline.local.replay.Replay;
import dev.sightline.local.replay.Replayed;
import dev.sightline.local.shop.Assistant;
import dev.sightline.local.shop.Shop;
import dev.sightline.local.stack.Settings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends the recorded visits to a small shop, and what its assistant did, through the gateway. */
@Command(
        name = "demo",
        description =
                "Fills a project with sessions of a small shop, as if they had ended just now, and with eight weeks of "
                        + "its assistant's calls of models; then lets the scouts look at them. Every run adds more.")
final class Demo implements Callable<Integer> {

    private final Settings settings = Settings.ofThisProcess();

    @Option(names = "--token", description = "Capture token of the project (default: phc_local, project 1).")
    private String token = "phc_local";

    @Option(names = "--key", description = "Personal key of the project, to register its scouts (default: phx_local).")
    private String key = "phx_local";

    @Option(names = "--url", description = "Address of Sightline (default: the local stack's).")
    private URI url = URI.create(settings.url());

    @Override
    public Integer call() throws Exception {
        System.out.println("Sending the recorded sessions to " + url);
        try {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Shop shop = new Shop(url, token, key);
            List<Map<String, Object>> calls = new Assistant(now).events();
            shop.send(calls);
            Replayed replayed = replay(now);
            report(calls, replayed, shop.syncScouts());
            return replayed.refusals().isEmpty() ? 0 : 1;
        } catch (ConnectException e) {
            System.err.println("Nothing answers at " + url + "; deploy/local/up starts Sightline.");
            return 1;
        } catch (Shop.RefusedException e) {
            System.err.println("Refused: " + e.getMessage());
            return 1;
        }
    }

    private Replayed replay(Instant now) throws IOException, InterruptedException {
        Path recording = settings.home().resolve("deploy/local/demo-sessions/sessions.jsonl.gz");
        return new Replay(url, token).send(recording, now);
    }

    private static void report(List<?> calls, Replayed replayed, URI scouts) {
        System.out.printf(
                "Sent %d requests: %d sessions from %s to %s.%n",
                replayed.requests(), replayed.sessions().size(), replayed.begin(), replayed.end());
        System.out.printf("Sent %d calls of models from the last eight weeks.%n", calls.size());
        System.out.printf("Scouts look at them within a minute. What they found: %sruns/?emitted=true%n", scouts);
        replayed.refusals().stream().distinct().forEach(refusal -> System.err.println("Refused: " + refusal));
    }
}
