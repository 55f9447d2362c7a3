package dev.sightline.signals.pipeline;

import dev.sightline.signals.pipeline.SafetyVerdict.Safe;
import dev.sightline.signals.pipeline.SafetyVerdict.Unsafe;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds attacks on the models and agents that will read a signal, without a model. Blocks only with a fragment in hand
 * that it can quote; security topics, urgency, commands to people, scanners' noise and foreign languages pass.
 *
 * <p>It knows the common shapes of English attacks, not all attacks. It is a filter before the instructions that keep
 * signals apart from commands, not instead of them.
 */
final class InjectionRule {

    private static final int MAX_CHARACTERS = 65_536;

    /** Flags of regions are spelt in tag characters after a black flag; nothing is hidden in them. */
    private static final Pattern FLAG = Pattern.compile("\\x{1F3F4}[\\x{E0020}-\\x{E007E}]{1,8}\\x{E007F}");

    /** What an attack tells its victim to do, once it was decoded. A text that is hidden so is not a report. */
    private static final Pattern DECODED_COMMAND = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override|reveal|delete|drop|execute|run|open|send|curl|wget|rm -rf|sudo|eval)\\b"
                    + ".{0,80}\\b(?:instructions?|prompt|rules|orders|keys?|secrets|passwords?|panel|database|list|"
                    + "root|http|https|sh|bash)\\b",
            Pattern.CASE_INSENSITIVE);

    private InjectionRule() {}

    static SafetyVerdict judge(String text) {
        String bounded = text.substring(0, Math.min(MAX_CHARACTERS, text.length()));
        String seen = FLAG.matcher(bounded).replaceAll("");
        return plain(seen).or(() -> encoded(seen)).orElseGet(Safe::new);
    }

    private static Optional<SafetyVerdict> plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Stream.of(AttackPattern.values())
                .flatMap(pattern ->
                        pattern.fragment(text, lower).map(fragment -> unsafe(pattern.threat(), fragment)).stream())
                .findFirst();
    }

    private static Optional<SafetyVerdict> encoded(String text) {
        return Decodings.of(text)
                .filter(decoded -> plain(decoded).isPresent()
                        || DECODED_COMMAND.matcher(decoded).find())
                .map(decoded -> unsafe(Threat.ENCODED_PAYLOAD, Titles.cut(decoded, 160)))
                .findFirst();
    }

    private static SafetyVerdict unsafe(Threat threat, String fragment) {
        return new Unsafe(threat, "Local rule " + threat.text() + " found: \"" + fragment + "\"");
    }
}
