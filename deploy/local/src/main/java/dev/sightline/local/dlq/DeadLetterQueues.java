package dev.sightline.local.dlq;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * The dead-letter queues of a broker.
 *
 * @param servers address of the broker, as {@code bootstrap.servers} takes it
 */
public record DeadLetterQueues(String servers) {

    private static final String SUFFIX = ".dlq";
    private static final int PATIENCE_MILLIS = 10_000;

    /**
     * The queues with letters that wait, by name.
     *
     * @throws IOException if no broker answers
     */
    public List<Waiting> waiting() throws IOException {
        return names().map(this::waiting).filter(queue -> queue.letters() > 0).toList();
    }

    private Waiting waiting(String name) {
        try (DeadLetterQueue queue = open(name)) {
            return queue.waiting();
        }
    }

    /**
     * Sends the waiting letters of a topic back to it. Letters are sent once: the broker remembers how far this came.
     *
     * @throws IOException if no broker answers
     * @throws IllegalArgumentException if the topic has no queue
     */
    public Replayed replay(String topic) throws IOException {
        String name = topic.endsWith(SUFFIX) ? topic : topic + SUFFIX;
        if (names().noneMatch(name::equals)) {
            throw new IllegalArgumentException("The broker at " + servers + " has no topic " + name);
        }
        try (DeadLetterQueue queue = open(name)) {
            return queue.replay();
        }
    }

    private DeadLetterQueue open(String name) {
        return new DeadLetterQueue(servers, name, name.substring(0, name.length() - SUFFIX.length()));
    }

    private Stream<String> names() throws IOException {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics().names().get().stream()
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted();
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not answer at " + servers + "; deploy/local/up starts Sightline.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
