package dev.sightline.signals.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be done about a report (spec/signals.md 2.10). */
public enum Actionability {
    /** An agent or engineer could start now. */
    IMMEDIATELY_ACTIONABLE,
    /** Needs a person's judgement first. */
    REQUIRES_HUMAN_INPUT,
    /** Vague, without evidence, or expected behaviour. */
    NOT_ACTIONABLE;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Actionability::text).toList();
    }
}
