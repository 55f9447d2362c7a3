package dev.sightline.local.stack;

import java.util.Map;

/** A port of the stack and the environment variable that changes it. */
public enum Port {
    GATEWAY("SIGHTLINE_PORT", 8000),
    VISION("SIGHTLINE_VISION_PORT", 8081),
    SIGNALS("SIGHTLINE_SIGNALS_PORT", 8082),
    OBSERVABILITY("SIGHTLINE_OBSERVABILITY_PORT", 8083),
    POSTGRES("SIGHTLINE_POSTGRES_PORT", 8432),
    KAFKA("SIGHTLINE_KAFKA_PORT", 8092);

    private static final int MAX = 65_535;

    private final String variable;
    private final int standard;

    Port(String variable, int standard) {
        this.variable = variable;
        this.standard = standard;
    }

    public String variable() {
        return variable;
    }

    /**
     * The number that an environment gives this port.
     *
     * @throws IllegalArgumentException if it is not a port number, naming the variable
     */
    public int in(Map<String, String> environment) {
        String text = environment.getOrDefault(variable, "" + standard);
        try {
            return checked(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(variable + " is no port number: " + text, e);
        }
    }

    private static int checked(int number) {
        if (number < 1 || number > MAX) {
            throw new NumberFormatException("out of range");
        }
        return number;
    }
}
