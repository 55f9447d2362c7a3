package dev.sightline.local.gateway;

import java.time.Duration;
import java.util.List;

/** The terms that routes of one kind share, as the routes file words them. */
public record Kind(
        List<String> methods, int bodyLimitMib, int timeoutSeconds, boolean cors, String rate, Refusal refusal) {

    boolean allows(String method) {
        return methods.contains("HEAD".equals(method) ? "GET" : method);
    }

    /** The methods it takes, as a regular expression. */
    String methodsRegex() {
        return String.join("|", methods).replace("GET", "GET|HEAD");
    }

    long bodyLimit() {
        return bodyLimitMib * 1024L * 1024;
    }

    Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds);
    }
}
