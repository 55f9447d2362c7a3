package dev.sightline.model.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.sightline.model.ModelRequest;
import java.util.regex.Pattern;

/** Gemini's {@code generateContent}. */
final class GoogleDialect implements Dialect {

    /** A name becomes part of the path. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    @Override
    public ChatModel model(ProviderAccess access, ModelRequest request, HttpClientBuilder http) {
        Dialect.require(NAME.matcher(request.model()).matches(), "The provider has no model of this name.");
        return GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(http)
                .apiKey(access.apiKey())
                .baseUrl(Dialect.baseUrl(access))
                .maxRetries(0)
                .build();
    }

    @Override
    public ChatRequest question(ModelRequest request) {
        return Questions.of(request, SchemaWords.GOOGLE)
                .maxOutputTokens(request.maxAnswerTokens())
                .build();
    }
}
