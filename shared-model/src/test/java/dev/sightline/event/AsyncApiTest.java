package dev.sightline.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sightline.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code deploy/asyncapi.yaml} and the records say the same. With {@code sightline.write} its schemas are written anew. */
class AsyncApiTest {

    private static final Path FILE = Path.of("../deploy/asyncapi.yaml");
    private static final String MARK = "    # generated from here on";
    private static final YAMLMapper YAML = new YAMLMapper(YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build()
            .getFactory());

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        if (Boolean.getBoolean("sightline.write")) {
            write();
        }
        document = YAML.readTree(FILE.toFile());
    }

    private static void write() throws IOException {
        String text = Files.readString(FILE);
        int end = text.indexOf('\n', text.indexOf(MARK)) + 1;
        String schemas = YAML.writeValueAsString(new PayloadSchemas().all()).indent(4);
        Files.writeString(FILE, text.substring(0, end) + schemas);
    }

    @Test
    void everyTopicIsAChannelAndHasDeadLetters() {
        Set<String> addresses = members(document.path("channels"), channel -> channel.path("address"));
        Set<String> expected =
                Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> letters = texts(document.at("/channels/deadLetters/parameters/topic/enum"));

        assertEquals(expected, letters);
        expected.add("{topic}.dlq");
        assertEquals(expected, addresses);
    }

    @Test
    void everyRecordIsAMessageOfItsTopic() {
        Map<String, String> expected = new TreeMap<>();
        MessageTypes.all().forEach(type -> expected.put(type.getSimpleName(), declared(type)));
        Map<String, String> documented = new TreeMap<>();
        document.path("channels").forEach(channel -> channel.path("messages")
                .fieldNames()
                .forEachRemaining(name -> documented.put(
                        name, name(name) + " on " + channel.path("address").asText())));
        documented.remove("DeadLetter");

        assertEquals(expected, documented);
    }

    private static String declared(Class<?> type) {
        MessageType message = type.getAnnotation(MessageType.class);
        return message.value() + " on " + message.topic().topicName();
    }

    private static String name(String message) {
        return document.at("/components/messages/" + message + "/name").asText();
    }

    @Test
    void schemasAreThoseOfTheRecords() {
        new PayloadSchemas()
                .all()
                .properties()
                .forEach(schema -> assertEquals(
                        schema.getValue(),
                        document.at("/components/schemas/" + schema.getKey()),
                        () -> schema.getKey() + " has changed; the file says how to write it anew"));
    }

    @Test
    void examplesAreWhatTheRecordsWrite() {
        MessageTypes.all().forEach(type -> {
            JsonNode examples = document.at("/components/messages/" + type.getSimpleName() + "/examples");
            assertFalse(examples.isEmpty(), type.getSimpleName() + " has no example");
            examples.forEach(example -> assertEquals(
                    example.path("payload").toString(),
                    Json.write(Json.read(example.path("payload").toString(), type))));
        });
    }

    @Test
    void everyOperationMeansAChannel() {
        Set<String> used = members(document.path("operations"), operation -> operation.at("/channel/$ref"));
        Set<String> channels = new TreeSet<>();
        document.path("channels").fieldNames().forEachRemaining(name -> channels.add("#/channels/" + name));
        channels.remove("#/channels/deadLetters");

        assertEquals(channels, used);
    }

    private static Set<String> members(JsonNode object, Function<JsonNode, JsonNode> member) {
        return stream(object).map(member).map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode array) {
        return members(array, text -> text);
    }

    private static Stream<JsonNode> stream(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false);
    }
}
