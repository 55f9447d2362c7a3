package dev.sightline.model.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.sightline.model.ModelRequest;
import java.util.regex.Pattern;

/** OpenAI's own {@code chat/completions}. */
final class OpenAiDialect implements Dialect {

    /** Models that reason refuse any temperature but their own. */
    private static final Pattern REASONING = Pattern.compile("(o\\d|gpt-5).*");

    @Override
    public ChatModel model(ProviderAccess access, ModelRequest request, HttpClientBuilder http) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http)
                .apiKey(access.apiKey())
                .baseUrl(Dialect.baseUrl(access))
                .maxCompletionTokens(request.maxAnswerTokens())
                .strictJsonSchema(true)
                .maxRetries(0)
                .build();
    }

    @Override
    public ChatRequest question(ModelRequest request) {
        ChatRequest.Builder question = Questions.of(request, SchemaWords.OPENAI);
        return REASONING.matcher(request.model()).matches()
                ? question.temperature(null).build()
                : question.build();
    }
}
