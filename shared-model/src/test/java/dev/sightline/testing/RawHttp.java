package dev.sightline.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends requests byte by byte as written, for those that a polite client would mend or refuse to send. */
public final class RawHttp {

    private RawHttp() {}

    /** An answer: its status, its headers by lower-case name, its body. */
    public record Answer(int status, Map<String, String> headers, String body) {

        static Answer parse(String text) {
            String[] parts = text.split("\r\n\r\n", 2);
            String[] head = parts[0].split("\r\n");
            Map<String, String> headers = java.util.Arrays.stream(head)
                    .skip(1)
                    .map(line -> line.split(": ?", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0].toLowerCase(Locale.ROOT), pair -> pair[1], (first, second) -> first));
            return new Answer(Integer.parseInt(head[0].split(" ")[1]), headers, parts[1]);
        }
    }

    /** Sends {@code head}, whose lines need no carriage returns, and a body of that length. */
    public static Answer send(int port, String head, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String lines = head.strip() + "\nHost: localhost\nConnection: close\nContent-Length: " + bytes.length + "\n\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
            return Answer.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
