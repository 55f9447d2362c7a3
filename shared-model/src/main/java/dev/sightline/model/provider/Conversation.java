package dev.sightline.model.provider;

import static dev.sightline.model.ModelException.Kind.NO_ANSWER;
import static dev.sightline.model.ModelException.Kind.REJECTED;

import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelRequest;
import io.smallrye.mutiny.Uni;

/** One question put to one provider. */
final class Conversation {

    private final ProviderAccess access;
    private final ModelRequest request;
    private final TwoPassHttp http = new TwoPassHttp();

    Conversation(ProviderAccess access, ModelRequest request) {
        this.access = access;
        this.request = request;
    }

    Uni<ModelAnswer> hold(Transport transport) {
        return Uni.createFrom()
                .item(this::draft)
                .flatMap(transport::send)
                .map(ProviderReply::accepted)
                .map(this::read)
                .onFailure(failure -> !(failure instanceof ModelException))
                .transform(Failures::unexpected);
    }

    private OutgoingCall draft() {
        Dialect dialect = Dialect.of(access);
        return new OutgoingCall(http.draft(() -> ask(dialect)), access.baseUrl() == null, request.timeout());
    }

    private ModelAnswer read(String body) {
        http.received(body);
        Dialect dialect = Dialect.of(access);
        try {
            return answer(dialect, ask(dialect));
        } catch (ContentFilteredException e) {
            throw refused();
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException e) {
            throw nothing();
        }
    }

    private ChatResponse ask(Dialect dialect) {
        ChatModel model = dialect.model(access, request, http);
        return model.chat(dialect.question(request));
    }

    private static ModelAnswer answer(Dialect dialect, ChatResponse response) {
        String text = response.aiMessage().text();
        if (text != null && !text.isBlank()) {
            return new ModelAnswer(text, Tokens.of(response.tokenUsage()));
        }
        throw dialect.refusal(response.finishReason()) ? refused() : nothing();
    }

    private static ModelException refused() {
        return new ModelException(REJECTED, "The model refused to answer.");
    }

    private static ModelException nothing() {
        return new ModelException(NO_ANSWER, "The provider answered without an answer of the model.");
    }
}
