package dev.sightline.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sightline.api.ApiException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form, urlencoded or multipart. Uploaded files are no fields. */
record Form(Map<String, List<String>> fields) {

    private static final int MOST_FIELDS = 10_000;

    static Form parse(RawBody body) {
        return new Form(body.isMultipart() ? multipart(body) : urlencoded(body));
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    List<String> all(String name) {
        return fields.get(name);
    }

    /** The last value of a field, null if the form has none of that name. */
    JsonNode last(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : TextNode.valueOf(values.get(values.size() - 1));
    }

    private static Map<String, List<String>> urlencoded(RawBody body) {
        try {
            String text = new String(body.bytes(), StandardCharsets.UTF_8);
            return new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_FIELDS, true).parameters();
        } catch (IllegalArgumentException e) {
            throw ApiException.unreadable("Form parse error - " + e.getMessage());
        }
    }

    private static Map<String, List<String>> multipart(RawBody body) {
        DefaultFullHttpRequest request = request(body);
        if (!HttpPostRequestDecoder.isMultipart(request)) {
            throw ApiException.unreadable("Multipart form parse error - Invalid boundary in multipart: None");
        }
        try {
            return attributes(request);
        } catch (DecoderException | IOException e) {
            throw ApiException.unreadable("Multipart form parse error - " + e.getMessage());
        }
    }

    private static DefaultFullHttpRequest request(RawBody body) {
        var request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body.bytes()));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, body.contentType());
        return request;
    }

    private static Map<String, List<String>> attributes(DefaultFullHttpRequest request) throws IOException {
        var decoder = new HttpPostMultipartRequestDecoder(
                new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8, MOST_FIELDS, RawBody.LIMIT);
        try {
            return attributes(decoder.getBodyHttpDatas());
        } finally {
            decoder.destroy();
        }
    }

    private static Map<String, List<String>> attributes(List<InterfaceHttpData> parts) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (InterfaceHttpData part : parts) {
            if (part instanceof Attribute field) {
                fields.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                        .add(field.getValue());
            }
        }
        return fields;
    }
}
