package dev.sightline.local.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sightline.contract.Contract;
import dev.sightline.contract.Operation;
import io.swagger.parser.OpenAPIParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code deploy/openapi.yaml} is what the services' builds say, and says enough to make clients of. With
 * {@code sightline.write} it is written anew.
 */
class OpenApiIT {

    private static final Path FILE = Path.of("../openapi.yaml");
    private static final String ORIGIN =
            "# Made of the services' own documents; OpenApiIT writes it with -Dsightline.write=true.\n";
    /** The contract describes a deletion that is not there. */
    private static final int NOT_ALLOWED = 405;

    private static final Set<String> READING = Set.of("get", "delete", "head", "options");
    private static final YAMLMapper YAML = new YAMLMapper(YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build()
            .getFactory());

    private record Described(String where, JsonNode json) {}

    private static ObjectNode document;

    @BeforeAll
    static void make() throws IOException {
        document = PublicDocument.of(List.of(
                ServiceDocument.of("vision"), ServiceDocument.of("signals"), ServiceDocument.of("observability")));
        if (Boolean.getBoolean("sightline.write")) {
            Files.writeString(FILE, text());
        }
    }

    private static String text() throws IOException {
        return ORIGIN + YAML.writeValueAsString(document);
    }

    @Test
    void theCheckedInFileIsCurrent() throws IOException {
        assertEquals(text(), Files.readString(FILE), "-Dsightline.write=true writes it anew");
    }

    @Test
    void aParserFindsNothingWrong() {
        var parsed = new OpenAPIParser().readLocation(FILE.toString(), null, null);

        assertEquals(List.of(), parsed.getMessages());
        assertEquals(
                document.path("paths").size(), parsed.getOpenAPI().getPaths().size());
    }

    @Test
    void everyOperationIsNamedGroupedAndSecured() {
        List<String> lacking = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        operations().forEach(operation -> {
            if (!ids.add(operation.json().path("operationId").asText())) {
                lacking.add(operation.where() + " has the id of another: "
                        + operation.json().path("operationId").asText());
            }
            if (operation.json().path("tags").isEmpty() || !operation.json().has("security")) {
                lacking.add(operation.where() + " has no tag or no scopes");
            }
        });

        document.path("tags").forEach(tag -> {
            if (!tag.path("description").isTextual()) {
                lacking.add(tag + " is not described");
            }
        });

        assertEquals(List.of(), lacking);
    }

    @Test
    void everyOperationOfTheContractShowsWhatItAnswers() {
        List<String> bare = Contract.operations().stream()
                .filter(operation -> !operation.shape().isNull())
                .filter(operation -> !described(operation)
                        .at("/responses/" + operation.status() + "/content/application~1json")
                        .has("example"))
                .map(Operation::id)
                .toList();

        assertEquals(56, Contract.operations().size());
        assertEquals(List.of(), bare);
    }

    @Test
    void theContractsOperationsAskForTheContractsScopes() {
        List<String> deviating = new ArrayList<>();
        contract().forEach(operation -> {
            JsonNode scopes = described(operation).at("/security/0/personal_api_key");
            Set<String> named = new TreeSet<>();
            scopes.forEach(scope -> named.add(scope.asText()));
            if (!named.equals(new TreeSet<>(operation.scopes()))) {
                deviating.add(operation.id() + " asks for " + named);
            }
        });

        assertEquals(List.of(), deviating);
    }

    @Test
    void whatIsSentIsShownByExample() {
        List<String> bare = contract()
                .filter(operation -> !READING.contains(operation.method().toLowerCase(Locale.ROOT)))
                .map(OpenApiIT::described)
                .filter(operation -> operation.at("/requestBody/content").has("application/json"))
                .filter(operation -> !operation
                        .at("/requestBody/content")
                        .path("application/json")
                        .has("example"))
                .map(operation -> operation.path("operationId").asText())
                .sorted()
                .toList();

        assertEquals(List.of(), bare);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> loose = new TreeSet<>();
        document.findValuesAsText("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .forEach(loose::add);

        assertTrue(loose.isEmpty(), loose::toString);
    }

    private static Stream<Operation> contract() {
        return Contract.operations().stream().filter(operation -> operation.status() != NOT_ALLOWED);
    }

    private static JsonNode described(Operation operation) {
        return operations()
                .filter(described -> described.where().equals(pattern(operation)))
                .findFirst()
                .map(Described::json)
                .orElseThrow(() -> new AssertionError(operation.id() + " is not in the document"));
    }

    private static String pattern(Operation operation) {
        String path = operation.path().replaceFirst("^/api/environments/", "/api/projects/");
        return operation.method().toLowerCase(Locale.ROOT) + " " + path.replaceAll(":[a-z_]+", "{}");
    }

    private static Stream<Described> operations() {
        List<Described> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.add(new Described(
                        operation.getKey() + " " + path.getKey().replaceAll("\\{[^}]+}", "{}"),
                        operation.getValue()))));
        return operations.stream().filter(operation -> operation.json().has("responses"));
    }
}
