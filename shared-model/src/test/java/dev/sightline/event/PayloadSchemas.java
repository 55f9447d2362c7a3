package dev.sightline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.sightline.json.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of the message records: every member is always there, null only where the record says so. */
final class PayloadSchemas {

    private static final Map<Class<?>, Map<String, String>> LEAVES = Map.of(
            Instant.class, Map.of("type", "string", "format", "date-time"),
            UUID.class, Map.of("type", "string", "format", "uuid"),
            ObjectNode.class, Map.of("type", "object"),
            ArrayNode.class, Map.of("type", "array"),
            JsonNode.class, Map.of());

    private final SchemaGenerator generator = generator();

    /** The schemas by the simple name of their record, in the order of the names. */
    ObjectNode all() {
        ObjectNode schemas = Json.mapper().createObjectNode();
        MessageTypes.all().stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .forEach(type -> schemas.set(type.getSimpleName(), of(type)));
        return schemas;
    }

    private ObjectNode of(Class<?> type) {
        ObjectNode schema = generator.generateSchema(type);
        schema.remove("$schema");
        return schema;
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(Json.mapper(), SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON);
        config.forFields()
                .withPropertyNameOverrideResolver(field -> SnakeCaseStrategy.INSTANCE.translate(field.getName()))
                .withRequiredCheck(field -> true)
                .withNullableCheck(PayloadSchemas::isNullable);
        config.forTypesInGeneral()
                .withPropertySorter((one, other) -> 0)
                .withCustomDefinitionProvider((type, context) -> leaf(type.getErasedType()));
        return new SchemaGenerator(config.build());
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static CustomDefinition leaf(Class<?> type) {
        Map<String, String> members = LEAVES.get(type);
        return members == null
                ? null
                : new CustomDefinition(
                        Json.mapper().valueToTree(members), DefinitionType.INLINE, AttributeInclusion.YES);
    }
}
