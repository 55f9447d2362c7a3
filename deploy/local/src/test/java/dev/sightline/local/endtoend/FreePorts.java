package dev.sightline.local.endtoend;

import dev.sightline.local.stack.Port;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ports for a stack under test. */
final class FreePorts {

    private FreePorts() {}

    /** A free number for every port of the stack, by the variable that sets it. */
    static Map<String, String> choose() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        Map<String, String> chosen = new HashMap<>();
        for (Port port : Port.values()) {
            ServerSocket socket = new ServerSocket(0);
            held.add(socket);
            chosen.put(port.variable(), "" + socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return chosen;
    }
}
