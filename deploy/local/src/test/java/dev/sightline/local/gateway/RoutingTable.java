package dev.sightline.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Where a generated file sends requests, read from the file itself; paths come without their query. */
record RoutingTable(List<Entry> entries) {

    /** Requests of a method and a path that go to a service. */
    record Entry(BiPredicate<String, String> fits, String service) {}

    /** The services of all entries that a request fits, in the file's order. */
    List<String> services(String method, String uri) {
        String path = uri.replaceFirst("\\?.*", "");
        return entries.stream()
                .filter(entry -> entry.fits().test(method, path))
                .map(Entry::service)
                .toList();
    }

    /** Entries of Envoy that answer themselves have no service and count as {@code refused}. */
    static RoutingTable ofEnvoy(Path file) throws IOException {
        JsonNode manager =
                documents(file).get(0).at("/static_resources/listeners/0/filter_chains/0/filters/0/typed_config");
        return new RoutingTable(stream(manager.at("/route_config/virtual_hosts/0/routes"))
                .map(RoutingTable::ofEnvoy)
                .toList());
    }

    private static Entry ofEnvoy(JsonNode route) {
        String path = route.at("/match/safe_regex/regex").textValue();
        JsonNode method = route.at("/match/headers/0/string_match");
        String methods =
                method.isMissingNode() ? ".*" : method.at("/safe_regex/regex").asText("none");
        return new Entry(
                (asked, at) -> asked.matches(methods) && at.matches(path),
                route.at("/route/cluster").asText("refused"));
    }

    static RoutingTable ofHttpRoutes(Path file) throws IOException {
        return new RoutingTable(documents(file).stream()
                .flatMap(route -> stream(route.at("/spec/rules")))
                .flatMap(RoutingTable::ofRule)
                .toList());
    }

    private static Stream<Entry> ofRule(JsonNode rule) {
        String service = rule.at("/backendRefs/0/name").textValue().replace("-service", "");
        return stream(rule.path("matches")).map(match -> ofMatch(match.path("path"), service));
    }

    private static Entry ofMatch(JsonNode path, String service) {
        String value = path.path("value").textValue();
        BiPredicate<String, String> fits =
                switch (path.path("type").textValue()) {
                    case "Exact" -> (method, at) -> at.equals(value);
                    case "PathPrefix" -> (method, at) -> at.equals(value) || at.startsWith(value + "/");
                    default -> (method, at) -> at.matches(value);
                };
        return new Entry(fits, service);
    }

    private static List<JsonNode> documents(Path file) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        List<JsonNode> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> read = yaml.readerFor(JsonNode.class).readValues(file.toFile())) {
            read.forEachRemaining(documents::add);
        }
        return documents;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        if (list.isMissingNode()) {
            throw new IllegalArgumentException("the file has another structure");
        }
        List<JsonNode> nodes = new ArrayList<>();
        list.forEach(nodes::add);
        return nodes.stream();
    }
}
