package dev.sightline.auth;

import java.util.Optional;

/** Knows secrets. The directory is one; a service that mints short-lived credentials offers another as a bean. */
public interface KeySource {

    /** The key behind this secret; answered from memory, in a time that does not depend on how close the secret is. */
    Optional<ApiKey> find(String secret);
}
