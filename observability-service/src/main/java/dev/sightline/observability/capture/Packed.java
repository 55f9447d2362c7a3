package dev.sightline.observability.capture;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Answers that are the same for everybody, gzipped for clients that take it. */
final class Packed {

    /** What an answer holds. */
    enum Type {
        JSON("application/json"),
        SCRIPT("application/javascript; charset=utf-8");

        private final String header;

        Type(String header) {
            this.header = header;
        }
    }

    /** How long it stays true. */
    enum Life {
        SHORT("public, max-age=60"),
        FOREVER("public, max-age=31536000, immutable");

        private final String header;

        Life(String header) {
            this.header = header;
        }
    }

    private Packed() {}

    static void answer(RoutingContext routing, Type type, String text) {
        answer(routing, type, Life.SHORT, text);
    }

    static void answer(RoutingContext routing, Type type, Life life, String text) {
        HttpServerResponse response = routing.response();
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.putHeader(HttpHeaders.CONTENT_TYPE, type.header).putHeader(HttpHeaders.CACHE_CONTROL, life.header);
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        if (accepts(routing)) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(Buffer.buffer(gzip(plain)));
        } else {
            response.end(Buffer.buffer(plain));
        }
    }

    private static boolean accepts(RoutingContext routing) {
        String accepted = routing.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
