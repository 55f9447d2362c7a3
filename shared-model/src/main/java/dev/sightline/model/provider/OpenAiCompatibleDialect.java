package dev.sightline.model.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.sightline.model.ModelRequest;

/** {@code chat/completions} as gateways and self-hosted servers speak it: the members all of them know, and no others. */
final class OpenAiCompatibleDialect implements Dialect {

    @Override
    public ChatModel model(ProviderAccess access, ModelRequest request, HttpClientBuilder http) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .apiKey(access.hasKey() ? access.apiKey() : null)
                .baseUrl(Dialect.baseUrl(access))
                .strictJsonSchema(true)
                .maxRetries(0)
                .build();
    }

    @Override
    public ChatRequest question(ModelRequest request) {
        return Questions.of(request, SchemaWords.OPENAI)
                .maxOutputTokens(request.maxAnswerTokens())
                .build();
    }
}
