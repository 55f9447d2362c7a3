package dev.sightline.local.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** A Deployment or StatefulSet and the pod it makes. */
record Workload(JsonNode object) {

    String name() {
        return Overlay.name(object);
    }

    JsonNode pod() {
        return object.at("/spec/template/spec");
    }

    boolean isDeployment() {
        return object.path("kind").textValue().equals("Deployment");
    }

    Stream<JsonNode> containers() {
        return Overlay.each(pod().path("containers"));
    }

    Stream<JsonNode> allContainers() {
        return Stream.concat(containers(), Overlay.each(pod().path("initContainers")));
    }

    /** A container of either kind. */
    JsonNode container(String name) {
        return named(allContainers(), name);
    }

    /** How a container mounts a volume. */
    JsonNode mount(String container, String volume) {
        return named(Overlay.each(container(container).path("volumeMounts")), volume);
    }

    private static JsonNode named(Stream<JsonNode> objects, String name) {
        return objects.filter(object -> object.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a selector's {@code matchLabels}, or a Service's own selector, picks these pods. */
    boolean isPickedBy(JsonNode labels) {
        JsonNode own = object.at("/spec/template/metadata/labels");
        return !labels.isEmpty()
                && labels.properties().stream()
                        .allMatch(label -> label.getValue().equals(own.get(label.getKey())));
    }

    Stream<String> secrets() {
        return Stream.concat(
                        allContainers()
                                .flatMap(container -> Overlay.each(container.path("env")))
                                .map(variable -> variable.at("/valueFrom/secretKeyRef/name")),
                        volumes().map(volume -> volume.at("/secret/secretName")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    Stream<String> configMaps() {
        return Stream.concat(
                        allContainers()
                                .flatMap(container -> Overlay.each(container.path("envFrom")))
                                .map(source -> source.at("/configMapRef/name")),
                        volumes().map(volume -> volume.at("/configMap/name")))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    private Stream<JsonNode> volumes() {
        return Overlay.each(pod().path("volumes"));
    }

    @Override
    public String toString() {
        return name();
    }
}
