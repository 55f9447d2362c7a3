package dev.sightline.model.provider;

/** Whose models answer. Stored and sent by its {@link dev.sightline.json.Wire} name. */
public enum Provider {
    GOOGLE,
    OPENAI,
    ANTHROPIC,
    /** Any server that speaks OpenAI's chat completions; it has a base URL and need not have a key. */
    OPENAI_COMPATIBLE
}
