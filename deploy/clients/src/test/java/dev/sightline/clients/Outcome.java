package dev.sightline.clients;

import static org.junit.jupiter.api.Assertions.fail;

/**
 * What became of a scenario.
 *
 * @param client the client and its version
 * @param failure null if it passed
 */
record Outcome(String client, String scenario, String failure) {

    private static final String SEPARATOR = ": ";

    /** The outcome of a test that is named {@code client version: scenario}. */
    static Outcome named(String name, String failure) {
        String[] parts = name.split(SEPARATOR, 2);
        return new Outcome(parts[0], parts.length == 1 ? "" : parts[1], failure);
    }

    String name() {
        return client + SEPARATOR + scenario;
    }

    boolean passed() {
        return failure == null;
    }

    void require() {
        if (!passed()) {
            fail(failure);
        }
    }
}
