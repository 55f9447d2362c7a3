package dev.sightline.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightline.api.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Reads every request body that a resource method takes as a record, whatever its encoding. */
@Provider
@Consumes(MediaType.WILDCARD)
@ApplicationScoped
public class BodyReader implements MessageBodyReader<Record> {

    private final Shapes shapes;

    BodyReader(Validator validator) {
        this.shapes = new Shapes(new Constraints(validator));
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        byte[] bytes = in.readNBytes(RawBody.LIMIT + 1);
        if (bytes.length > RawBody.LIMIT) {
            throw ApiException.tooLarge(RawBody.LIMIT);
        }
        String contentType = Objects.requireNonNullElse(headers.getFirst(HttpHeaders.CONTENT_TYPE), "");
        return read(type, new RawBody(bytes, contentType));
    }

    /** The members of a request record by name, for {@code OPTIONS}. */
    public Map<String, MemberView> describe(Class<?> type) {
        Map<String, MemberView> members = new LinkedHashMap<>();
        shapes.of(type).members().forEach(member -> members.put(member.name(), MemberView.of(member)));
        return members;
    }

    /** The record that a JSON value stands for, by the same rules as a whole body. */
    public <T extends Record> T read(Class<T> type, JsonNode value) {
        return shapes.of(type).read(value, Spot.BODY);
    }

    /** The record that a body stands for, or the first complaint about it in the order of its members. */
    <T extends Record> T read(Class<T> type, RawBody body) {
        Shape<T> shape = shapes.of(type);
        return shape.read(tree(body, shape), Spot.BODY);
    }

    private static JsonNode tree(RawBody body, Shape<?> shape) {
        if (body.isForm()) {
            return FormTree.of(Form.parse(body), shape);
        }
        if (body.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!body.isJson()) {
            throw ApiException.unknownMediaType(body.contentType());
        }
        return given(body.json());
    }

    private static JsonNode given(JsonNode tree) {
        if (tree.isNull()) {
            throw ApiException.invalid(null, "null", "No data provided");
        }
        return tree;
    }
}
