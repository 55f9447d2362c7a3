import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints every change of a report in the inbox, in the order in which they happened in each project. Its arguments are the
 * broker's address and the name under which Kafka remembers how far it has read.
 */
public final class Reports {

    private static final String TOPIC = "signals.reports";
    private static final String CHANGED = "dev.sightline.report.changed.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reports() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", arguments[0],
                "group.id", arguments[1],
                "auto.offset.reset", "earliest",
                "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (true) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofSeconds(1))) {
                    print(message);
                }
                // Only what has been dealt with counts as read. After a crash in between, messages come again with the
                // same ce_id: a consumer that writes to a database stores that id in the same transaction.
                consumer.commitSync();
            }
        }
    }

    private static void print(ConsumerRecord<String, byte[]> message) throws IOException {
        // New types may come to a topic, and new members to a type: both are to be ignored.
        if (CHANGED.equals(header(message, "ce_type"))) {
            JsonNode report = JSON.readTree(message.value());
            System.out.printf(
                    "%s %s project=%d status=%s title=%s%n",
                    header(message, "ce_id"),
                    report.path("change").asText(),
                    report.path("project_id").asInt(),
                    report.path("status").asText(),
                    report.path("title").asText());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
