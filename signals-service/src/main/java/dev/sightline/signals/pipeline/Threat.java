package dev.sightline.signals.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The only grounds on which a signal is dropped as unsafe (spec/signals.md 2.3). */
public enum Threat {
    /** Tells the reader to set its instructions aside. */
    INSTRUCTION_OVERRIDE,
    /** Instructions where a person would not see them. */
    HIDDEN_INSTRUCTIONS,
    /** An attack in an encoding. */
    ENCODED_PAYLOAD,
    /** Tells the reader to hand out secrets. */
    SECRET_EXFILTRATION,
    /** Tells the reader to run an attacker's code. */
    REMOTE_CODE_EXECUTION,
    /** The provider of the model refused to answer. */
    PROVIDER_SAFETY_FILTER;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Threat> of(String text) {
        return Arrays.stream(values())
                .filter(threat -> threat.text().equals(text))
                .findFirst();
    }
}
