package dev.sightline.auth;

import jakarta.annotation.security.PermitAll;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** What a route asks of its caller. */
sealed interface Requirement {

    /** Nothing: anybody may call. */
    record Nothing() implements Requirement {}

    /** More than any key has: the route says nothing about scopes. */
    record Refusal() implements Requirement {}

    /** A key with all of these. */
    record Scoped(List<String> scopes) implements Requirement {

        @Override
        public Requirement toRead() {
            return new Scoped(scopes.stream()
                    .map(scope -> scope.replaceFirst(":write$", ":read"))
                    .toList());
        }
    }

    /** What only reading about the route asks. */
    default Requirement toRead() {
        return this;
    }

    /** What a resource method asks, by its own annotation or else by that of its class. */
    static Requirement of(Class<?> resource, Method method) {
        return declared(method).or(() -> declared(resource)).orElseGet(Refusal::new);
    }

    private static Optional<Requirement> declared(AnnotatedElement element) {
        if (element.isAnnotationPresent(PermitAll.class)) {
            return Optional.of(new Nothing());
        }
        return Optional.ofNullable(element.getAnnotation(RequiresScopes.class))
                .map(scopes -> new Scoped(List.of(scopes.value())));
    }
}
