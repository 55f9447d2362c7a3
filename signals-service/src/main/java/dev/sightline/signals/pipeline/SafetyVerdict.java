package dev.sightline.signals.pipeline;

/** Whether a signal may go on. */
public sealed interface SafetyVerdict {

    /** Nothing in it attacks its readers. */
    record Safe() implements SafetyVerdict {}

    /** Must be dropped. The explanation quotes the fragment. */
    record Unsafe(Threat threat, String explanation) implements SafetyVerdict {}
}
