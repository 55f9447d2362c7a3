package dev.sightline.observability.capture.multipart;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A body in parts. */
public record Multipart(Map<String, byte[]> parts, int cut) {

    private static final String BOUNDARY = "----frontier";

    public Multipart() {
        this(new LinkedHashMap<>(), 0);
    }

    public Multipart part(String name, String type, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        String head = "Content-Disposition: form-data; name=\"" + name + "\"\r\n"
                + (type == null ? "" : "Content-Type: " + type + "\r\n") + "\r\n";
        part.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        part.writeBytes(content);
        parts.put(name, part.toByteArray());
        return this;
    }

    Multipart and(String name, String type, String content) {
        return new Multipart(new LinkedHashMap<>(parts), 0).part(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    Multipart only(String name) {
        return new Multipart(Map.of(name, parts.get(name)), 0);
    }

    Multipart shortened() {
        return new Multipart(parts, 12);
    }

    public String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.values().forEach(part -> {
            body.writeBytes(("--" + BOUNDARY + "\r\n").getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(part);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return Arrays.copyOf(body.toByteArray(), body.size() - cut);
    }
}
