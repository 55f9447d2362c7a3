package dev.sightline.local;

import dev.sightline.local.dlq.DeadLetterQueues;
import dev.sightline.local.dlq.Replayed;
import dev.sightline.local.dlq.Waiting;
import dev.sightline.local.stack.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows dead letters and sends them once more. */
@Command(name = "dlq", description = "Messages that no service could apply.")
final class Dlq {

    private final Settings settings = Settings.ofThisProcess();

    @Command(name = "list", description = "Shows how many letters wait in each queue, and why the newest is there.")
    void list() throws IOException {
        List<Waiting> waiting = queues().waiting();
        waiting.forEach(Dlq::show);
        if (waiting.isEmpty()) {
            System.out.println("No dead letters");
        }
    }

    private static void show(Waiting queue) {
        System.out.println(String.format(
                Locale.ROOT,
                "%-24s %6d  %s  %s",
                queue.topic(),
                queue.letters(),
                queue.newestTime(),
                queue.newestReason()));
    }

    @Command(name = "replay", description = "Sends every waiting letter of a topic back to that topic, once.")
    void replay(@Parameters(paramLabel = "TOPIC", description = "The topic, as list shows it.") String topic)
            throws IOException {
        Replayed replayed = queues().replay(topic);
        System.out.println("Sent " + replayed.sent() + " letters back to " + topic);
        replayed.references().forEach(Dlq::showReference);
    }

    private DeadLetterQueues queues() {
        return new DeadLetterQueues(settings.kafka());
    }

    private static void showReference(String place) {
        System.out.println("Not sent, the message itself is kept elsewhere: " + place);
    }
}
