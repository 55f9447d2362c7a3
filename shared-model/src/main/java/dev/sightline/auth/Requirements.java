package dev.sightline.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what each resource method asks of its caller. */
@ApplicationScoped
class Requirements {

    private final Map<Method, Requirement> known = new ConcurrentHashMap<>();

    /** What the method asks; outside {@code /api/} a method that says nothing is open. */
    Requirement of(ResourceInfo resource, String path) {
        Requirement requirement = known.computeIfAbsent(
                resource.getResourceMethod(), method -> Requirement.of(resource.getResourceClass(), method));
        return requirement instanceof Requirement.Refusal && !path.startsWith("/api/")
                ? new Requirement.Nothing()
                : requirement;
    }
}
