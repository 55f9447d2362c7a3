package dev.sightline.local;

import dev.sightline.local.replay.Replay;
import dev.sightline.local.replay.Replayed;
import dev.sightline.local.stack.Settings;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends the recorded visits to a small shop through the gateway. */
@Command(
        name = "demo",
        description = "Fills a project with sessions of a small shop, as if they had ended just now. "
                + "Every run adds new sessions.")
final class Demo implements Callable<Integer> {

    private final Settings settings = Settings.ofThisProcess();

    @Option(names = "--token", description = "Capture token of the project (default: phc_local, project 1).")
    private String token = "phc_local";

    @Option(names = "--url", description = "Address of Sightline (default: the local stack's).")
    private URI url = URI.create(settings.url());

    @Override
    public Integer call() throws Exception {
        Path recording = settings.home().resolve("deploy/local/demo-sessions/sessions.jsonl.gz");
        System.out.println("Sending the recorded sessions to " + url);
        try {
            return report(new Replay(url, token).send(recording, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        } catch (ConnectException e) {
            System.err.println("Nothing answers at " + url + "; deploy/local/up starts Sightline.");
            return 1;
        }
    }

    private static int report(Replayed replayed) {
        System.out.printf(
                "Sent %d requests: %d sessions from %s to %s.%n",
                replayed.requests(), replayed.sessions().size(), replayed.begin(), replayed.end());
        replayed.refusals().stream().distinct().forEach(refusal -> System.err.println("Refused: " + refusal));
        return replayed.refusals().isEmpty() ? 0 : 1;
    }
}
