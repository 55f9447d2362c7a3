package dev.sightline.model.provider;

import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.time.Duration;

/**
 * Keeps LangChain4j from waiting. Its chat models ask an HTTP client and block until that returns, so they are asked
 * twice: the first time this client takes the request away and ends the call, then the request is sent without a thread
 * waiting, and the second time the same question finds its answer here at once.
 */
final class TwoPassHttp implements HttpClient, HttpClientBuilder {

    private SuccessfulHttpResponse response;

    /** The request a model makes of a question. */
    HttpRequest draft(Runnable question) {
        try {
            question.run();
        } catch (Drafted drafted) {
            return drafted.request;
        }
        throw new IllegalStateException("the model made no request");
    }

    /** From now on the answer to the same question. */
    void received(String body) {
        response = SuccessfulHttpResponse.builder().statusCode(200).body(body).build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        if (response == null) {
            throw new Drafted(request);
        }
        return response;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are not streamed");
    }

    @Override
    public HttpClient build() {
        return this;
    }

    /** Unused: the timeout of a call is one of the whole call. */
    @Override
    public Duration connectTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    /** Of the one kind that LangChain4j neither repeats nor reports. */
    private static final class Drafted extends NonRetriableException {

        private static final long serialVersionUID = 1L;

        private final transient HttpRequest request;

        Drafted(HttpRequest request) {
            super("drafted");
            this.request = request;
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
