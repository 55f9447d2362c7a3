package dev.sightline.api.body;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sightline.api.Patch;
import dev.sightline.json.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Works out the shape of each request record, once. */
final class Shapes {

    private static final Map<Class<?>, Object> ZEROES =
            Map.of(int.class, 0, long.class, 0L, double.class, 0.0, boolean.class, false);

    private final Map<Class<?>, Shape<?>> known = new ConcurrentHashMap<>();
    private final Constraints constraints;

    Shapes(Constraints constraints) {
        this.constraints = constraints;
    }

    @SuppressWarnings("unchecked")
    <T> Shape<T> of(Class<T> type) {
        Shape<?> shape = known.get(type);
        if (shape == null) {
            shape = build(type);
            known.put(type, shape);
        }
        return (Shape<T>) shape;
    }

    private <T> Shape<T> build(Class<T> type) {
        List<Member> members = Arrays.stream(type.getRecordComponents())
                .map(component -> member(type, component))
                .toList();
        return new Shape<>(type, members, constructor(type));
    }

    private static <T> Constructor<T> constructor(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private Member member(Class<?> owner, RecordComponent component) {
        boolean patch = component.getType() == Patch.class;
        Type type = patch ? argument(component.getGenericType()) : component.getGenericType();
        Kind kind = kind(type, component);
        Member.Rules rules = new Member.Rules(
                component.isAnnotationPresent(Required.class),
                component.isAnnotationPresent(Nullable.class),
                component.isAnnotationPresent(AllowBlank.class),
                patch,
                constraints.of(owner, field(owner, component)),
                otherwise(component, kind));
        return new Member(name(owner, component), component.getName(), kind, rules);
    }

    private static Supplier<Object> otherwise(RecordComponent component, Kind kind) {
        DefaultTo given = component.getAnnotation(DefaultTo.class);
        Object zero = ZEROES.get(component.getType());
        return given == null ? () -> zero : () -> kind.read(json(given.value(), kind.style()), Spot.BODY);
    }

    private static JsonNode json(String text, Kind.Style style) {
        return switch (style) {
            case TEXT, FLAG -> TextNode.valueOf(text);
            case LIST, JSON -> Json.read(text, JsonNode.class);
        };
    }

    private Kind kind(Type type, RecordComponent component) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new Lists(kind(argument(list), component));
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException(component + " is of a type that no request body can hold");
        }
        if (plain == String.class) {
            return new Texts(
                    component.isAnnotationPresent(AllowBlank.class), !component.isAnnotationPresent(Untrimmed.class));
        }
        if (JsonNode.class.isAssignableFrom(plain)) {
            return new Trees(plain == ObjectNode.class);
        }
        return plain.isRecord()
                ? of(plain)
                : Scalars.of(plain)
                        .orElseThrow(() -> new IllegalStateException(component + " cannot be read from a request"));
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static String name(Class<?> owner, RecordComponent component) {
        JsonProperty given = field(owner, component).getAnnotation(JsonProperty.class);
        return given == null
                ? PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName())
                : given.value();
    }

    private static Field field(Class<?> owner, RecordComponent component) {
        try {
            return owner.getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
