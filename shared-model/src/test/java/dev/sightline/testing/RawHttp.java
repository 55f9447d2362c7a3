package dev.sightline.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends requests byte by byte as written, for those that a polite client would mend or refuse to send. */
public final class RawHttp {

    private static final int CHUNK = 1 << 20;
    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /** An answer: its status, its headers by lower-case name, its body. */
    public record Answer(int status, Map<String, String> headers, String body) {

        static Answer parse(String text) {
            String[] parts = text.split("\r\n\r\n", 2);
            String[] head = parts[0].split("\r\n");
            Map<String, String> headers = Arrays.stream(head)
                    .skip(1)
                    .map(line -> line.split(": ?", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0].toLowerCase(Locale.ROOT), pair -> pair[1], (first, second) -> first));
            return new Answer(Integer.parseInt(head[0].split(" ")[1]), headers, parts[1]);
        }
    }

    /** Sends {@code head}, whose lines need no carriage returns, and a body of that length. */
    public static Answer send(int port, String head, String body) throws IOException {
        byte[] bytes = bytes(body);
        try (Socket socket = connect(port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(head, "Content-Length: " + bytes.length));
            out.write(bytes);
            return answer(socket);
        }
    }

    /** Sends a body whose length is not said before: {@code start}, then so many letters in chunks. */
    public static Answer sendChunks(int port, String head, String start, int letters) throws IOException {
        try (Socket socket = connect(port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head(head, "Transfer-Encoding: chunked"));
            out.write(chunk(start));
            byte[] chunk = chunk("x".repeat(CHUNK));
            for (int sent = 0; sent <= letters; sent += CHUNK) {
                out.write(chunk);
            }
            out.write(chunk(""));
            return answer(socket);
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static byte[] head(String head, String framing) {
        return bytes(
                (head.strip() + "\nHost: localhost\nConnection: close\n" + framing + "\n\n").replace("\n", "\r\n"));
    }

    private static byte[] chunk(String text) {
        return bytes(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Answer answer(Socket socket) throws IOException {
        socket.getOutputStream().flush();
        return Answer.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
