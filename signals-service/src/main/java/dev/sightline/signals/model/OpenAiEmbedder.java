package dev.sightline.signals.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.model.Embedder;
import dev.sightline.model.ModelException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Vectors from a service that speaks OpenAI's embeddings endpoint. Answers come on a worker thread. */
final class OpenAiEmbedder implements Embedder {

    /** Texts of one call; services take at least that many. */
    private static final int AT_ONCE = 64;

    private static final Set<Integer> PASSING = Set.of(408, 409, 429, 500, 502, 503, 504);

    private final HttpClient http;
    private final URI baseUrl;
    private final EmbedderConfig config;

    OpenAiEmbedder(Vertx vertx, URI baseUrl, EmbedderConfig config) {
        this.http = vertx.createHttpClient();
        this.baseUrl = baseUrl;
        this.config = config;
    }

    @Override
    public String name() {
        return config.name() + "-" + config.dimensions();
    }

    @Override
    public int dimensions() {
        return config.dimensions();
    }

    @Override
    public Uni<List<float[]>> embed(List<String> texts) {
        return Multi.createFrom()
                .iterable(texts)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(this::call)
                .collect()
                .asList()
                .map(calls -> calls.stream().flatMap(List::stream).toList());
    }

    private Uni<List<float[]>> call(List<String> texts) {
        return http.request(options())
                .flatMap(request -> request.send(Buffer.buffer(Json.write(body(texts)))))
                .flatMap(OpenAiEmbedder::read)
                .ifNoItem()
                .after(config.timeout())
                .failWith(
                        () -> new ModelException(ModelException.Kind.TRANSIENT, "The embedder did not answer in time."))
                .onFailure(failure -> !(failure instanceof ModelException))
                .transform(failure -> new ModelException(
                        ModelException.Kind.TRANSIENT, "The embedder could not be reached.", 0, null, failure))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(answer -> vectors(answer, texts.size()));
    }

    private RequestOptions options() {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(baseUrl.toString().replaceFirst("/+$", "") + "/embeddings")
                .putHeader("Content-Type", "application/json");
        config.apiKey().ifPresent(key -> options.putHeader("Authorization", "Bearer " + key));
        return options;
    }

    private ObjectNode body(List<String> texts) {
        ObjectNode body = Json.mapper().createObjectNode().put("model", config.name());
        texts.forEach(body.withArray("input")::add);
        return body.put("encoding_format", "float");
    }

    private static Uni<String> read(HttpClientResponse response) {
        int status = response.statusCode();
        if (status == 200) {
            return response.body().map(Buffer::toString);
        }
        boolean passing = PASSING.contains(status);
        return Uni.createFrom()
                .failure(new ModelException(
                        passing ? ModelException.Kind.TRANSIENT : ModelException.Kind.REJECTED,
                        "The embedder answered HTTP " + status + ".",
                        status,
                        null,
                        null));
    }

    private List<float[]> vectors(String answer, int expected) {
        float[][] vectors = new float[expected][];
        for (JsonNode item : data(answer)) {
            int index = item.path("index").asInt(-1);
            if (index >= 0 && index < expected) {
                vectors[index] = vector(item.path("embedding"));
            }
        }
        if (Stream.of(vectors).anyMatch(vector -> vector == null)) {
            throw unfit("not one vector a text");
        }
        return List.of(vectors);
    }

    private static JsonNode data(String answer) {
        try {
            return Json.read(answer, JsonNode.class).path("data");
        } catch (UncheckedIOException notJson) {
            throw unfit("no JSON");
        }
    }

    /** Brought to length 1. */
    private float[] vector(JsonNode numbers) {
        if (numbers.size() != config.dimensions()) {
            throw unfit("vectors of " + numbers.size() + " and not " + config.dimensions() + " dimensions");
        }
        double[] values = IntStream.range(0, numbers.size())
                .mapToDouble(i -> numbers.get(i).asDouble())
                .toArray();
        double length = Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * values[i])
                .sum());
        float[] vector = new float[values.length];
        for (int i = 0; i < values.length && length > 0; i++) {
            vector[i] = (float) (values[i] / length);
        }
        return vector;
    }

    private static ModelException unfit(String what) {
        return new ModelException(ModelException.Kind.INTERNAL, "The embedder gave " + what + ".");
    }
}
