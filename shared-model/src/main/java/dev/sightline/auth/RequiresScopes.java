package dev.sightline.auth;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scopes a key needs for a resource method, all of them; the first missing one is reported (spec/platform.md A.2).
 * On a class it holds for the methods that have none of their own. An empty list asks for any valid key. A route under
 * {@code /api/} with neither this nor {@link jakarta.annotation.security.PermitAll} refuses every key.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresScopes {

    /** Scopes in the form {@code object:read} or {@code object:write}. */
    String[] value();
}
