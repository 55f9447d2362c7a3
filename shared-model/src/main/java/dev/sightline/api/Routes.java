package dev.sightline.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every path this service answers, with its verbs: what {@code Allow} headers and {@code OPTIONS} speak of. */
@ApplicationScoped
public class Routes {

    private final Map<String, Route> routes = new LinkedHashMap<>();

    Routes(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(this::addResource);
    }

    /** The route that serves a path of the form {@code /api/projects/…}; of several the one with most literal text. */
    public Optional<Route> find(String path) {
        return all().stream().filter(route -> route.matches(path)).max(Comparator.comparingInt(Route::literals));
    }

    Collection<Route> all() {
        return routes.values();
    }

    private void addResource(Class<?> resource) {
        for (Method method : resource.getDeclaredMethods()) {
            verb(method).ifPresent(verb -> route(resource, method).add(verb, method));
        }
    }

    private Route route(Class<?> resource, Method method) {
        String template = Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(path -> path != null)
                .map(path -> path.value().replaceAll("^/|/$", ""))
                .filter(path -> !path.isEmpty())
                .reduce("", (before, path) -> before + "/" + path);
        return routes.computeIfAbsent(Route.anonymous(template), key -> new Route(template));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }
}
