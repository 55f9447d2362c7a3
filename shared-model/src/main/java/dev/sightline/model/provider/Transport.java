package dev.sightline.model.provider;

import dev.langchain4j.http.client.HttpRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends calls over one pool of connections, on event loops. */
@ApplicationScoped
class Transport {

    private final HttpClient client;
    private final Destinations destinations;
    private final int maxAnswerBytes;

    Transport(Vertx vertx, Destinations destinations, ProviderSettings settings) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setMaxPoolSize(settings.connections())
                .setDecompressionSupported(true));
        this.destinations = destinations;
        this.maxAnswerBytes = settings.maxAnswerBytes();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Fails with a {@link dev.sightline.model.ModelException}; given up calls close their connection. */
    Uni<ProviderReply> send(OutgoingCall call) {
        return destinations
                .of(call)
                .flatMap(destination -> connect(destination, call))
                .flatMap(request -> exchange(request, call.request()))
                .ifNoItem()
                .after(call.timeout())
                .failWith(Failures::timeout);
    }

    private Uni<HttpClientRequest> connect(Destination destination, OutgoingCall call) {
        RequestOptions options =
                destination.options().setConnectTimeout(call.timeout().toMillis());
        call.request().headers().forEach((name, values) -> values.forEach(value -> options.addHeader(name, value)));
        return Uni.createFrom()
                .completionStage(() -> client.request(options).toCompletionStage())
                .onFailure()
                .transform(Failures::unreachable);
    }

    private Uni<ProviderReply> exchange(HttpClientRequest request, HttpRequest content) {
        return Uni.createFrom()
                .completionStage(() -> reply(request, content).toCompletionStage())
                .onFailure()
                .transform(Failures::unreachable)
                .onCancellation()
                .invoke(request::reset);
    }

    /** Listens before it speaks: this thread need not be the event loop, where an answer may be over in no time. */
    private Future<ProviderReply> reply(HttpClientRequest request, HttpRequest content) {
        Future<ProviderReply> reply =
                request.response().compose(response -> new ReplyReader(response, maxAnswerBytes).read());
        request.send(content.body());
        return reply;
    }
}
