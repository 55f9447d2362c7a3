package dev.sightline.local.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/**
 * The Java types that fabric8 and Strimzi make of the published schemas. They collect members they do not know; here
 * those are refused. The types are found by name, because their annotations are not on the compiler's path.
 */
final class TypedModels {

    private static final String FABRIC8 = "io.fabric8.kubernetes.api.model.";
    private static final String MONITORING = "io.fabric8.openshift.api.model.monitoring.v1.";
    private static final String STRIMZI = "io.strimzi.api.kafka.model.";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("v1/Namespace", FABRIC8 + "Namespace"),
            Map.entry("v1/ConfigMap", FABRIC8 + "ConfigMap"),
            Map.entry("v1/Secret", FABRIC8 + "Secret"),
            Map.entry("v1/Service", FABRIC8 + "Service"),
            Map.entry("v1/ServiceAccount", FABRIC8 + "ServiceAccount"),
            Map.entry("apps/v1/Deployment", FABRIC8 + "apps.Deployment"),
            Map.entry("apps/v1/StatefulSet", FABRIC8 + "apps.StatefulSet"),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", FABRIC8 + "autoscaling.v2.HorizontalPodAutoscaler"),
            Map.entry("policy/v1/PodDisruptionBudget", FABRIC8 + "policy.v1.PodDisruptionBudget"),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", FABRIC8 + "networking.v1.NetworkPolicy"),
            Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", FABRIC8 + "gatewayapi.v1.HTTPRoute"),
            Map.entry("monitoring.coreos.com/v1/ServiceMonitor", MONITORING + "ServiceMonitor"),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", MONITORING + "PrometheusRule"),
            Map.entry("kafka.strimzi.io/v1/Kafka", STRIMZI + "kafka.Kafka"),
            Map.entry("kafka.strimzi.io/v1/KafkaNodePool", STRIMZI + "nodepool.KafkaNodePool"),
            Map.entry("kafka.strimzi.io/v1/KafkaTopic", STRIMZI + "topic.KafkaTopic"),
            Map.entry("kafka.strimzi.io/v1/KafkaUser", STRIMZI + "user.KafkaUser"));

    private static final ObjectMapper STRICT =
            JsonMapper.builder().annotationIntrospector(new NothingUnknown()).build();

    private static final class NothingUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return Boolean.FALSE;
        }
    }

    private TypedModels() {}

    /** Whether there are types for an object; CloudNativePG publishes none for Java. */
    static boolean know(JsonNode object) {
        return !object.path("apiVersion").asText().startsWith("postgresql.cnpg.io/");
    }

    /** The object as its type reads it. A member that the type does not have is an error that names it. */
    static Object read(JsonNode object) throws JsonProcessingException {
        String kind =
                object.path("apiVersion").asText() + "/" + object.path("kind").asText();
        String type = TYPES.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("no type is known for " + kind);
        }
        try {
            return STRICT.treeToValue(object, Class.forName(type));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
