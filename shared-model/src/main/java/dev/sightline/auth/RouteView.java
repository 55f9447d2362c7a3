package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.api.Route;
import dev.sightline.api.body.BodyReader;
import dev.sightline.api.body.MemberView;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A route as {@code OPTIONS} describes it (spec/platform.md A.10). */
@JsonPropertyOrder({"name", "description", "renders", "parses", "actions"})
record RouteView(
        String name,
        String description,
        List<String> renders,
        List<String> parses,
        Map<String, Map<String, MemberView>> actions) {

    private static final List<String> RENDERS = List.of("application/json");
    private static final List<String> PARSES =
            List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data");

    static RouteView of(Route route, BodyReader bodies) {
        Map<String, Map<String, MemberView>> actions = new LinkedHashMap<>();
        for (String verb : List.of("POST", "PUT")) {
            route.method(verb).ifPresent(method -> actions.put(verb, members(method, bodies)));
        }
        return new RouteView(name(route.reading().getDeclaringClass()), "", RENDERS, PARSES, actions);
    }

    private static Map<String, MemberView> members(Method method, BodyReader bodies) {
        return Arrays.stream(method.getParameterTypes())
                .filter(Class::isRecord)
                .findFirst()
                .map(bodies::describe)
                .orElse(Map.of());
    }

    /** {@code ThingListResource} is {@code Thing List}. */
    private static String name(Class<?> resource) {
        return resource.getSimpleName().replaceFirst("Resource$", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    }
}
