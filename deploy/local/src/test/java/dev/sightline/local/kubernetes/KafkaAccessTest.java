package dev.sightline.local.kubernetes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.Topic;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaAccessTest {

    /** Systems outside report the runs of their tasks and what they keep of projects; anybody may follow the reports. */
    private static final Set<String> WRITTEN_OUTSIDE = Set.of(Topic.TASKS, Topic.INVENTORY);

    private static final Set<String> READ_OUTSIDE = Set.of(Topic.REPORTS);

    private static Overlay production;

    @BeforeAll
    static void build() throws IOException {
        production = Overlay.build("production");
    }

    @Test
    void everyTopicAndItsDeadLettersAreMade() {
        Set<String> wanted = Stream.of(Topic.values())
                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetters()))
                .collect(Collectors.toSet());

        assertEquals(wanted, Set.copyOf(production.names("KafkaTopic")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vision", "signals", "observability"})
    void aServiceMayReadWhatItConsumesAndSetMessagesAside(String service) throws IOException {
        Properties properties = properties(service);

        assertAll(channels(properties, "topic")
                .map(topic -> () -> assertAll(
                        () -> assertTrue(may(service, "Read", "topic", topic), topic),
                        () -> assertTrue(may(service, "Write", "topic", Topic.deadLettersOf(topic)), topic))));
        assertAll(channels(properties, "group.id")
                .map(group -> () -> assertTrue(may(service, "Read", "group", group), group)));
    }

    private static Properties properties(String service) throws IOException {
        Path file = Path.of("../../" + service + "-service/src/main/resources/application.properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        assertTrue(channels(properties, "topic").count() > 0, "the service consumes something");
        return properties;
    }

    private static Stream<String> channels(Properties properties, String member) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("mp.messaging.incoming.") && name.endsWith("." + member))
                .map(properties::getProperty);
    }

    @Test
    void everyTopicIsWrittenAndReadBySomebody() {
        List<String> services = List.of("vision", "signals", "observability");

        assertAll(Stream.of(Topic.values()).map(Topic::topicName).map(topic -> () -> {
            assertEquals(
                    !WRITTEN_OUTSIDE.contains(topic),
                    services.stream().anyMatch(s -> may(s, "Write", "topic", topic)),
                    topic);
            assertEquals(
                    !READ_OUTSIDE.contains(topic),
                    services.stream().anyMatch(s -> may(s, "Read", "topic", topic)),
                    topic);
        }));
    }

    @Test
    void nobodyMayDoWhatOnlyOperatorsDo() {
        Set<String> operations = production.all("KafkaUser").stream()
                .flatMap(user -> Overlay.each(user.at("/spec/authorization/acls")))
                .flatMap(rule -> Overlay.each(rule.path("operations")))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());

        assertEquals(Set.of("Read", "Write", "Describe"), operations);
    }

    private static boolean may(String service, String operation, String type, String name) {
        return production.all("KafkaUser").stream()
                .filter(user -> Overlay.name(user).equals(service + "-service"))
                .flatMap(user -> Overlay.each(user.at("/spec/authorization/acls")))
                .filter(rule -> covers(rule.path("resource"), type, name))
                .flatMap(rule -> Overlay.each(rule.path("operations")))
                .anyMatch(allowed -> allowed.asText().equals(operation));
    }

    private static boolean covers(JsonNode resource, String type, String name) {
        String named = resource.path("name").asText();
        boolean isPrefix = resource.path("patternType").asText().equals("prefix");
        return resource.path("type").asText().equals(type) && (isPrefix ? name.startsWith(named) : name.equals(named));
    }
}
