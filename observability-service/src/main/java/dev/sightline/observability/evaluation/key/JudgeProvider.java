package dev.sightline.observability.evaluation.key;

import dev.sightline.api.ApiException;
import dev.sightline.json.Wire;
import dev.sightline.model.provider.Provider;
import dev.sightline.model.provider.ProviderAccess;
import java.net.URI;
import java.util.Optional;

/**
 * Whose models judge, by the names of the contract's era, and any server that speaks OpenAI's protocol.
 *
 * <p>{@code google} is taken for {@code gemini} on input.
 */
public enum JudgeProvider {
    OPENAI(Provider.OPENAI, "gpt-5-mini"),
    ANTHROPIC(Provider.ANTHROPIC, "claude-haiku-4-5"),
    GEMINI(Provider.GOOGLE, "gemini-2.5-flash"),
    OPENROUTER("https://openrouter.ai/api/v1"),
    FIREWORKS("https://api.fireworks.ai/inference/v1"),
    OPENAI_COMPATIBLE(Provider.OPENAI_COMPATIBLE, null);

    private static final String ALIAS = "google";

    private static final String OPENAI_PREFIX = "sk-";
    private static final String ANTHROPIC_PREFIX = "sk-ant-";

    private final Provider protocol;
    private final String defaultModel;
    private final URI address;

    JudgeProvider(Provider protocol, String defaultModel) {
        this.protocol = protocol;
        this.defaultModel = defaultModel;
        this.address = null;
    }

    /** One that speaks OpenAI's protocol at an address of its own. */
    JudgeProvider(String address) {
        this.protocol = Provider.OPENAI_COMPATIBLE;
        this.defaultModel = null;
        this.address = URI.create(address);
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
        return switch (this) {
            case OPENAI -> secret.startsWith(OPENAI_PREFIX) && !secret.startsWith(ANTHROPIC_PREFIX);
            case ANTHROPIC -> secret.startsWith(ANTHROPIC_PREFIX);
            default -> true;
        };
    }

    /** @param baseUrl null for the provider's own */
    ProviderAccess access(String secret, URI baseUrl) {
        return new ProviderAccess(protocol, secret, baseUrl == null ? address : baseUrl);
    }
}
