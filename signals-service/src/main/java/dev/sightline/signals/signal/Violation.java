package dev.sightline.signals.signal;

/**
 * Why a signal is refused.
 *
 * @param attr the member at fault, members of members joined by two underscores: {@code extra__labels__0}
 * @param code {@code required}, {@code null}, {@code invalid}, {@code invalid_choice}, {@code max_length}, …
 * @param detail a sentence for the caller
 */
public record Violation(String attr, String code, String detail) {}
