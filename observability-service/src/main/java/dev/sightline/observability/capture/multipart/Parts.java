package dev.sightline.observability.capture.multipart;

import dev.sightline.capture.CaptureRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.ParameterParser;

/** Splits a body at its boundary. */
final class Parts {

    private static final int BUFFER = 4096;
    private static final int LONGEST_BOUNDARY = 70;
    private static final int MOST = 100;

    private Parts() {}

    /**
     * The parts in the order sent.
     *
     * @param contentType of the whole body, with its boundary
     * @throws CaptureRefused if that is not multipart, or the body is not what it says
     */
    static List<Part> of(String contentType, byte[] body) {
        byte[] boundary = boundary(contentType);
        try {
            return read(new MultipartStream(new ByteArrayInputStream(body), boundary, BUFFER, null));
        } catch (IOException | IllegalArgumentException e) {
            throw CaptureRefused.unreadable("invalid multipart body");
        }
    }

    private static byte[] boundary(String contentType) {
        boolean multipart = contentType != null
                && contentType.trim().toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        String boundary = multipart ? parameters(contentType).get("boundary") : null;
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
            throw CaptureRefused.invalid("expected multipart/form-data with a boundary");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Part> read(MultipartStream stream) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (boolean more = stream.skipPreamble(); more; more = stream.readBoundary()) {
            if (parts.size() == MOST) {
                throw CaptureRefused.invalid("more than " + MOST + " parts");
            }
            Map<String, String> headers = headers(stream.readHeaders());
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            stream.readBodyData(content);
            parts.add(part(headers, content.toByteArray()));
        }
        return parts;
    }

    private static Part part(Map<String, String> headers, byte[] content) {
        String name =
                parameters(headers.getOrDefault("content-disposition", "")).get("name");
        if (name == null) {
            throw CaptureRefused.unreadable("part without a name");
        }
        return new Part(name, headers.get("content-type"), headers.get("content-encoding"), content);
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new HashMap<>();
        lines.lines()
                .map(line -> line.split(":", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> headers.put(pair[0].trim().toLowerCase(Locale.ROOT), pair[1].trim()));
        return headers;
    }

    private static Map<String, String> parameters(String header) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header, ';');
    }
}
