package dev.sightline.event;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any value of a record, its references possibly null. */
final class AnyRecord {

    private static final Arbitrary<ObjectNode> OBJECT = Arbitraries.maps(
                    Arbitraries.strings().alpha().ofMaxLength(5),
                    Arbitraries.strings().ofMaxLength(5))
            .map(AnyRecord::object);

    private static final Arbitrary<Instant> INSTANT =
            Arbitraries.longs().between(0, 4_000_000_000_000_000L).map(AnyRecord::micros);

    private static final Map<Class<?>, Arbitrary<?>> VALUES = Map.ofEntries(
            entry(int.class, Arbitraries.integers()),
            entry(double.class, Arbitraries.doubles()),
            entry(boolean.class, Arbitraries.of(true, false)),
            entry(Boolean.class, Arbitraries.of(true, false).injectNull(0.2)),
            entry(Integer.class, Arbitraries.integers().injectNull(0.2)),
            entry(String.class, Arbitraries.strings().ofMaxLength(20).injectNull(0.2)),
            entry(UUID.class, Arbitraries.create(UUID::randomUUID).injectNull(0.2)),
            entry(Instant.class, INSTANT.injectNull(0.2)),
            entry(ObjectNode.class, OBJECT.injectNull(0.2)),
            entry(JsonNode.class, OBJECT.injectNull(0.2)),
            entry(
                    ArrayNode.class,
                    OBJECT.list().ofMaxSize(3).map(AnyRecord::array).injectNull(0.2)));

    private AnyRecord() {}

    static Arbitrary<Object> of(Class<?> type) {
        List<Arbitrary<Object>> components =
                Arrays.stream(type.getRecordComponents()).map(AnyRecord::value).toList();
        return Combinators.combine(components).as(values -> instance(type, values));
    }

    private static Arbitrary<Object> value(RecordComponent component) {
        Arbitrary<?> value = VALUES.get(component.getType());
        if (value == null) {
            throw new IllegalArgumentException("Teach this class to make " + component);
        }
        return value.asGeneric();
    }

    private static Object instance(Class<?> type, List<Object> values) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            return canonical.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant micros(long micros) {
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }

    private static ObjectNode object(Map<String, String> members) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach(object::put);
        return object;
    }

    private static ArrayNode array(List<ObjectNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
}
