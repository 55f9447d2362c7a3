package dev.sightline.model.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.FinishReason;
import dev.sightline.model.ModelRequest;

/** Anthropic's {@code messages} with structured outputs. */
final class AnthropicDialect implements Dialect {

    /** LangChain4j sends the schema as {@code output_format}, which this version of the API takes. */
    private static final String STRUCTURED_OUTPUTS = "structured-outputs-2025-11-13";

    @Override
    public ChatModel model(ProviderAccess access, ModelRequest request, HttpClientBuilder http) {
        return AnthropicChatModel.builder()
                .httpClientBuilder(http)
                .apiKey(access.apiKey())
                .baseUrl(Dialect.baseUrl(access))
                .beta(STRUCTURED_OUTPUTS)
                .modelName(request.model())
                .maxRetries(0)
                .build();
    }

    @Override
    public ChatRequest question(ModelRequest request) {
        return Questions.of(request, SchemaWords.ANTHROPIC)
                .maxOutputTokens(request.maxAnswerTokens())
                .build();
    }

    /** LangChain4j has no name for Anthropic's {@code refusal}. */
    @Override
    public boolean refusal(FinishReason reason) {
        return reason == FinishReason.OTHER;
    }
}
