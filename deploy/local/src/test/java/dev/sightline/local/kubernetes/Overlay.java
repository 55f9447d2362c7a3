package dev.sightline.local.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The objects of an overlay as {@code kubectl} builds them. */
record Overlay(String name, List<JsonNode> objects) {

    private static final Path KUBERNETES = Path.of("../kubernetes/overlays");
    private static final Path TESTED = Path.of("src/test/resources/kubernetes");

    /** One of those that are published. */
    static Overlay build(String name) throws IOException {
        return build(KUBERNETES.resolve(name));
    }

    /** The demo with a component that is in none of them. */
    static Overlay with(String component) throws IOException {
        return build(TESTED.resolve(component));
    }

    private static Overlay build(Path folder) throws IOException {
        assumeTrue(hasKubectl(), "no kubectl is installed");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<JsonNode> objects = read(kubectl.getInputStream().readAllBytes());
        if (kubectl.onExit().join().exitValue() != 0) {
            throw new IOException("kubectl cannot build " + folder);
        }
        return new Overlay(folder.getFileName().toString(), objects);
    }

    private static boolean hasKubectl() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    static List<JsonNode> read(byte[] yaml) throws IOException {
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll();
        }
    }

    List<JsonNode> all(String... kinds) {
        return objects.stream()
                .filter(object -> List.of(kinds).contains(object.path("kind").textValue()))
                .toList();
    }

    List<String> names(String kind) {
        return all(kind).stream().map(Overlay::name).toList();
    }

    /** The value of a shared setting, which every pod gets as a variable. */
    String setting(String variable) {
        return all("ConfigMap").stream()
                .filter(map -> name(map).startsWith("sightline-settings"))
                .map(map -> map.path("data").path(variable).textValue())
                .findFirst()
                .orElseThrow();
    }

    List<Workload> workloads() {
        return all("Deployment", "StatefulSet").stream().map(Workload::new).toList();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").textValue();
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public String toString() {
        return name;
    }
}
