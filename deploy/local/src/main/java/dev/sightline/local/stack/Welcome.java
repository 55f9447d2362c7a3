package dev.sightline.local.stack;

import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a person wants to know once everything is up: where, with which keys, and what to try. */
public record Welcome(Settings settings) {

    /** The beginning of the one line that says so. */
    static final String READY = "Sightline is ready: ";

    private static final String KEYS = """
              demo project 1    capture token phc_local, personal key phx_local
              other project 2   capture token phc_other, personal key phx_other
              outside scouts    phx_local_scout
            """;

    private static final String TRY = """

            Try:
              deploy/local/demo
              curl -H 'Authorization: Bearer phx_local' %1$s/api/projects/1/session_recordings/
              curl -H 'Authorization: Bearer phx_local' %1$s/api/projects/1/signals/reports/
            """;

    public String text() {
        return READY + settings.url() + "\n\n" + keys() + "  data and logs     " + settings.data() + "\n" + tuning()
                + TRY.formatted(settings.url());
    }

    private String keys() {
        return settings.hasDemoDirectory() ? KEYS : "  keys              see " + settings.directory() + "\n";
    }

    private String tuning() {
        return new TreeMap<>(settings.tuning())
                .entrySet().stream()
                        .map(value -> "  " + value.getKey() + "=" + value.getValue() + "\n")
                        .collect(Collectors.joining());
    }
}
