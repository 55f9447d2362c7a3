package dev.sightline.model.provider;

import static dev.langchain4j.model.chat.request.ResponseFormatType.JSON;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.sightline.model.ModelMessage;
import dev.sightline.model.ModelMessage.Image;
import dev.sightline.model.ModelRequest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Our questions in LangChain4j's words. */
final class Questions {

    private Questions() {}

    static ChatRequest.Builder of(ModelRequest request, SchemaWords words) {
        return ChatRequest.builder()
                .modelName(request.model())
                .messages(request.messages().stream().map(Questions::message).toList())
                .temperature(request.temperature())
                .responseFormat(format(request, words));
    }

    private static ResponseFormat format(ModelRequest request, SchemaWords words) {
        if (request.schema() == null) {
            return null;
        }
        JsonSchema schema = JsonSchema.builder()
                .name(request.schemaName())
                .rootElement(JsonRawSchema.from(words.keep(request.schema()).toString()))
                .build();
        return ResponseFormat.builder().type(JSON).jsonSchema(schema).build();
    }

    private static ChatMessage message(ModelMessage message) {
        return switch (message.role()) {
            case SYSTEM -> SystemMessage.from(message.text());
            case ASSISTANT -> AiMessage.from(message.text());
            case USER -> UserMessage.from(contents(message));
        };
    }

    private static List<Content> contents(ModelMessage message) {
        Stream<Content> text = Stream.of(TextContent.from(message.text()));
        return Stream.concat(text, message.images().stream().map(Questions::image))
                .toList();
    }

    private static Content image(Image image) {
        return ImageContent.from(Base64.getEncoder().encodeToString(image.bytes()), image.mediaType());
    }
}
