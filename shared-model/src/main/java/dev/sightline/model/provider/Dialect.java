package dev.sightline.model.provider;

import static dev.sightline.model.ModelException.Kind.REJECTED;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.FinishReason;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelRequest;

/** What a provider wants to be asked. */
interface Dialect {

    /** LangChain4j's model for a question, speaking over a given HTTP client and never repeating a call. */
    ChatModel model(ProviderAccess access, ModelRequest request, HttpClientBuilder http);

    ChatRequest question(ModelRequest request);

    /** Whether an answer without text that ended so was refused. */
    default boolean refusal(FinishReason reason) {
        return reason == FinishReason.CONTENT_FILTER;
    }

    /** Throws a {@link ModelException} where what the provider needs is missing. */
    static Dialect of(ProviderAccess access) {
        require(access.hasKey() || access.provider() == Provider.OPENAI_COMPATIBLE, "The provider needs an API key.");
        return switch (access.provider()) {
            case GOOGLE -> new GoogleDialect();
            case ANTHROPIC -> new AnthropicDialect();
            case OPENAI -> new OpenAiDialect();
            case OPENAI_COMPATIBLE -> compatible(access);
        };
    }

    private static Dialect compatible(ProviderAccess access) {
        require(access.baseUrl() != null, "An OpenAI-compatible provider needs a base URL.");
        return new OpenAiCompatibleDialect();
    }

    /** Refuses as the provider would. */
    static void require(boolean holds, String message) {
        if (!holds) {
            throw new ModelException(REJECTED, message);
        }
    }

    static String baseUrl(ProviderAccess access) {
        return access.baseUrl() == null ? null : access.baseUrl().toString().replaceAll("/+$", "");
    }
}
