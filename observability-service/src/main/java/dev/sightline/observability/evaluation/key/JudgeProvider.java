package dev.sightline.observability.evaluation.key;

import dev.sightline.api.ApiException;
import dev.sightline.json.Wire;
import java.util.Optional;

/**
 * Whose models judge, by the names of the contract's era, and any server that speaks OpenAI's protocol.
 *
 * <p>{@code google} is taken for {@code gemini} on input.
 */
public enum JudgeProvider {
    OPENAI("gpt-5-mini", "sk-"),
    ANTHROPIC("claude-haiku-4-5", "sk-ant-"),
    GEMINI("gemini-2.5-flash", ""),
    OPENROUTER(null, ""),
    FIREWORKS(null, ""),
    OPENAI_COMPATIBLE(null, "");

    private static final String ALIAS = "google";

    private final String defaultModel;
    private final String prefix;

    JudgeProvider(String defaultModel, String prefix) {
        this.defaultModel = defaultModel;
        this.prefix = prefix;
    }

    /**
     * The provider of a request's member.
     *
     * @throws ApiException on {@code provider} if there is none of that name
     */
    public static JudgeProvider of(String name) {
        return name.equals(ALIAS)
                ? GEMINI
                : Wire.find(JudgeProvider.class, name).orElseThrow(() -> ApiException.invalidChoice("provider", name));
    }

    public String wire() {
        return Wire.name(this);
    }

    /** What judges when nobody chose a model; empty if the provider has no obvious one. */
    public Optional<String> defaultModel() {
        return Optional.ofNullable(defaultModel);
    }

    /** Whether the secret looks like one of the provider's; Anthropic's begin like OpenAI's and go on. */
    boolean recognises(String secret) {
        return secret.startsWith(prefix) && !(this == OPENAI && secret.startsWith(ANTHROPIC.prefix));
    }
}
